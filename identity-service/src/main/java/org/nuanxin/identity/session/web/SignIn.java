package org.nuanxin.identity.session.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.nuanxin.identity.budget.Budget;
import org.nuanxin.identity.code.OneTimeCodes;
import org.nuanxin.identity.session.OpenSession;
import org.nuanxin.identity.session.Opened;
import org.nuanxin.identity.session.Person;
import org.nuanxin.identity.session.RefreshToken;
import org.nuanxin.identity.session.RenewSession;
import org.nuanxin.identity.staff.CheckPassword;
import org.nuanxin.identity.staff.SignInsPaused;
import org.nuanxin.identity.staff.StaffAccount;
import org.nuanxin.identity.staff.TooBusy;
import org.nuanxin.identity.web.AddressGate;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Unavailable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Opens or renews a session for credentials, or refuses in the same words whatever was wrong. */
@Component
class SignIn {

  private final OneTimeCodes codes;
  private final CheckPassword checkPassword;
  private final OpenSession openSession;
  private final RenewSession renewSession;
  private final AddressGate gate;
  private final MeterRegistry meters;
  private final Clock clock;

  SignIn(
      OneTimeCodes codes,
      CheckPassword checkPassword,
      OpenSession openSession,
      RenewSession renewSession,
      AddressGate gate,
      MeterRegistry meters,
      Clock clock) {
    this.codes = codes;
    this.checkPassword = checkPassword;
    this.openSession = openSession;
    this.renewSession = renewSession;
    this.gate = gate;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Signs in.
   *
   * @throws ProblemException 401 when the credentials open nothing, 429 after too many tries
   */
  Opened with(Credentials credentials, HttpServletRequest request) {
    return switch (credentials) {
      case Credentials.Code code -> {
        gate.pass(request, Budget.SIGN_INS);
        yield counted("code", redeem(code).map(openSession::of));
      }
      case Credentials.Password password -> {
        gate.pass(request, Budget.SIGN_INS);
        yield counted(
            "password", check(password, AddressGate.address(request)).map(openSession::of));
      }
      case Credentials.Refresh(String token) ->
          counted("refresh", RefreshToken.parse(token).flatMap(renewSession::with));
    };
  }

  private Optional<Person> redeem(Credentials.Code code) {
    return codes
        .redeem(code.phone(), code.digits(), clock.instant())
        .map(holder -> new Person.Worker(holder.id(), holder.phoneIndex()));
  }

  private Optional<Person> check(Credentials.Password password, String address) {
    try {
      return checkPassword
          .of(password.username(), password.password(), address)
          .map(SignIn::person);
    } catch (SignInsPaused paused) {
      count("password", "paused");
      throw AddressGate.tooMany(
          "sign-ins-paused",
          "Too many wrong passwords under this name; please wait.",
          paused.retryAfter());
    } catch (TooBusy busy) {
      count("password", "busy");
      throw new Unavailable("Too many sign-ins at once; please try again.", busy);
    }
  }

  /** What a token says of an account's owner. */
  static Person.Staff person(StaffAccount account) {
    return new Person.Staff(
        account.username(), account.roles(), account.unions(), account.station());
  }

  private Opened counted(String kind, Optional<Opened> outcome) {
    count(kind, outcome.isPresent() ? "ok" : "refused");
    return outcome.orElseThrow(SignIn::refused);
  }

  private void count(String kind, String outcome) {
    meters.counter("nuanxin.identity.sign.ins", "kind", kind, "outcome", outcome).increment();
  }

  static ProblemException refused() {
    return new ProblemException(
            HttpStatus.UNAUTHORIZED,
            "invalid-credentials",
            "These credentials are not valid, or no longer.")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
