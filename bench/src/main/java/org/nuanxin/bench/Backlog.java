package org.nuanxin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.demo.Reply;
import org.nuanxin.localstack.workspace.LocalState;
import tools.jackson.databind.JsonNode;

/** Asks the services once a second how much they have before them, and keeps the most. */
final class Backlog implements AutoCloseable {

  private final ApiClient gateway;
  private final String token;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("backlog").factory());
  private volatile long peakOutbox;
  private volatile long peakLag;
  private volatile long deadLetters;
  private volatile int unanswered;
  private volatile int looksWithNone;

  private Backlog(ApiClient gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  /** Begins to watch, signed in as the sample account of operations. */
  static Backlog watch(LocalState state) throws IOException {
    ApiClient gateway = new ApiClient(state.gateway());
    LocalState.AccountState ops =
        state.accounts().stream()
            .filter(account -> account.roles().contains("OPS"))
            .findFirst()
            .orElseThrow();
    Reply signedIn =
        gateway.post(
            "/api/v1/auth/token",
            null,
            null,
            Map.of("username", ops.username(), "password", ops.password()));
    if (!signedIn.fine()) {
      throw new IllegalStateException("The ops account gets answer " + signedIn.status());
    }
    Backlog backlog = new Backlog(gateway, signedIn.body().path("accessToken").asString());
    backlog.timer.scheduleAtFixedRate(backlog::look, 0, 1, TimeUnit.SECONDS);
    return backlog;
  }

  /** Forgets the most seen so far. */
  void reset() {
    peakOutbox = 0;
    peakLag = 0;
  }

  /**
   * Waits until nothing is left to do, so that one load does not pay for another.
   *
   * @param patience after which it goes on all the same; the comparison of books will show it
   */
  void awaitNone(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    looksWithNone = 0;
    while (looksWithNone < 2 && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
  }

  private void look() {
    try {
      Reply reply = gateway.get("/api/v1/ops/status", token);
      if (!reply.fine()) {
        unanswered++;
        return;
      }
      long outbox = 0;
      long lag = 0;
      long letters = 0;
      for (JsonNode service : reply.body().path("items")) {
        outbox += service.path("outboxPending").asLong(0);
        lag += service.path("consumerLag").asLong(0);
        letters += service.path("deadLetters").asLong(0);
      }
      peakOutbox = Math.max(peakOutbox, outbox);
      peakLag = Math.max(peakLag, lag);
      deadLetters = letters;
      looksWithNone = outbox + lag == 0 ? looksWithNone + 1 : 0;
    } catch (IOException e) {
      unanswered++;
    }
  }

  /** Most documents with events not yet known to be sent. */
  long peakOutbox() {
    return peakOutbox;
  }

  /** Most records not yet handled, over all consumer groups. */
  long peakLag() {
    return peakLag;
  }

  long deadLetters() {
    return deadLetters;
  }

  /** How often there was no answer; the peaks may then be too low. */
  int unanswered() {
    return unanswered;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
