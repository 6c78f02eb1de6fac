package org.nuanxin.gateway.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuanxin.gateway.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A bound on the bodies that are on their way: for each client, so that none can take all places,
 * and in all, which bounds the memory that they take.
 */
final class BodyPlaces {

  private final int mostPerClient;
  private final int mostInAll;
  private final AtomicInteger taken = new AtomicInteger();
  private final ConcurrentMap<Client, Integer> perClient = new ConcurrentHashMap<>();

  BodyPlaces(int mostPerClient, int mostInAll) {
    this.mostPerClient = mostPerClient;
    this.mostInAll = mostInAll;
  }

  /**
   * Takes a place, to be given back with {@link #leave}.
   *
   * @throws ProblemException 429 when the client has too many, 503 when there is none
   */
  void take(Client client) {
    int clients = perClient.merge(client, 1, Integer::sum);
    if (clients > mostPerClient) {
      forget(client);
      throw ProblemException.with(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many-requests",
          "Too many requests at once whose body has not arrived; try again later.",
          Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }
    if (taken.incrementAndGet() > mostInAll) {
      taken.decrementAndGet();
      forget(client);
      throw ProblemException.unavailable("busy", "The gateway is at its limit.", 1);
    }
  }

  /** Gives a place back. */
  void leave(Client client) {
    taken.decrementAndGet();
    forget(client);
  }

  /** Places taken. */
  int taken() {
    return taken.get();
  }

  private void forget(Client client) {
    perClient.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
  }
}
