package org.nuanxin.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.nuanxin.identity.budget.AddressBudgets;
import org.nuanxin.identity.budget.Budget;
import org.nuanxin.kit.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets a request pass while its network address has budget left. */
@Component
public final class AddressGate {

  private static final int NETWORK_BYTES = 8;

  private final AddressBudgets budgets;
  private final Clock clock;

  AddressGate(AddressBudgets budgets, Clock clock) {
    this.budgets = budgets;
    this.clock = clock;
  }

  /**
   * Spends one of the budget of the {@link #address} that the request comes from.
   *
   * @throws ProblemException 429 {@code too-many-requests} when none is left this minute
   */
  public void pass(HttpServletRequest request, Budget budget) {
    Optional<Duration> wait = budgets.spend(budget, address(request), clock.instant());
    if (wait.isPresent()) {
      throw tooMany("too-many-requests", "Too many requests from this address.", wait.get());
    }
  }

  /**
   * The network address that the request comes from; an IPv6 customer's whole /64 is one, as it is
   * for the gateway.
   */
  public static String address(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException e) {
      // A proxy may call its client what it likes; then that is its name.
      return address;
    }
  }

  /** 429 with {@code Retry-After}, rounded up to whole seconds. */
  public static ProblemException tooMany(String code, String detail, Duration wait) {
    return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, code, detail)
        .retryAfter(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
