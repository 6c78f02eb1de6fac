package org.nuanxin.localstack.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.sample.Worker;
import tools.jackson.databind.JsonNode;

/**
 * One worker's way from the first call to the last message. Run by one thread; others may look at
 * how far it is.
 */
final class Journey {

  private static final Duration UNDECIDED = Duration.ofMillis(800);

  private final Worker worker;
  private final WorkerPhone phone;
  private final ProviderBooks books;
  private final String consentVersion;
  private final Clock clock;
  private final Map<Stage, Duration> times =
      Collections.synchronizedMap(new EnumMap<>(Stage.class));
  private volatile String memberId = "";
  private volatile List<Grant> grants = List.of();
  private volatile List<Message> messages = List.of();
  private volatile @Nullable String failure;

  Journey(
      Worker worker, ApiClient gateway, ProviderBooks books, String consentVersion, Clock clock) {
    this.worker = worker;
    this.phone = new WorkerPhone(gateway, books, worker);
    this.books = books;
    this.consentVersion = consentVersion;
    this.clock = clock;
  }

  /**
   * Goes all the way.
   *
   * @param signingUp how many may do so at once
   * @param lookout bounds the looks at what came of it
   * @param patience after which it gives up
   */
  void run(Semaphore signingUp, Lookout lookout, Duration patience) throws InterruptedException {
    signingUp.acquire();
    Insistence insistence = Insistence.lasting(patience);
    try {
      Instant sent;
      try {
        phone.signIn(insistence);
        sent = clock.instant();
        apply(sent, insistence);
      } finally {
        signingUp.release();
      }
      watch(sent, lookout, insistence);
    } catch (GaveUp e) {
      failure = String.valueOf(e.getMessage());
    }
  }

  private void apply(Instant sent, Insistence insistence) throws InterruptedException {
    Reply reply = phone.apply(consentVersion, UUID.randomUUID().toString(), insistence);
    if (reply.status() != 201) {
      throw new GaveUp(
          "application: answer " + reply.status() + " " + reply.body().path("type").asString(""));
    }
    reach(Stage.APPLIED, sent, clock.instant());
    JsonNode application = reply.body();
    while (!application.path("state").asString("").equals("APPROVED")) {
      Thread.sleep(UNDECIDED.toMillis());
      if (clock.instant().isAfter(insistence.deadline())) {
        throw new GaveUp("application: " + application.path("state").asString(""));
      }
      application = phone.application(application.path("id").asString(), insistence);
    }
    memberId = application.path("memberId").asString("");
    reach(Stage.APPROVED, sent, clock.instant());
  }

  private void watch(Instant sent, Lookout lookout, Insistence insistence)
      throws InterruptedException {
    lookout.join();
    try {
      boolean complete = false;
      for (int looks = 0; !complete; looks++) {
        Thread.sleep(lookout.pauseBefore(looks));
        complete = lookout.look(() -> look(sent, insistence));
        if (!complete && clock.instant().isAfter(insistence.deadline())) {
          throw new GaveUp("not all came in time" + waiting());
        }
      }
    } finally {
      lookout.leave();
    }
  }

  /** A programme that waits, for stock or for its provider, says more than the missing message. */
  private String waiting() {
    return grants.stream()
        .filter(grant -> !grant.issued())
        .map(grant -> ", " + grant.programme() + " is " + grant.state())
        .collect(Collectors.joining());
  }

  private boolean isComplete() {
    return times.containsKey(Stage.MESSAGED) && Expected.allGrants(grants);
  }

  private boolean look(Instant sent, Insistence insistence) throws InterruptedException {
    if (!Expected.allGrants(grants)) {
      grants = phone.grants(insistence);
      for (Grant grant : grants) {
        Optional<Stage> stage = Stage.of(grant.programme());
        if (stage.isPresent() && grant.issued()) {
          Instant issuedAt = grant.issuedAt();
          reach(stage.get(), sent, issuedAt == null ? clock.instant() : issuedAt);
        }
      }
    }
    if (Expected.allGrants(grants)) {
      messages = phone.messages(insistence);
      if (Expected.allMessages(messages)) {
        reach(Stage.MESSAGED, sent, clock.instant());
      }
    }
    return isComplete();
  }

  private void reach(Stage stage, Instant sent, Instant at) {
    times.putIfAbsent(stage, Duration.between(sent, at));
  }

  /** Time from sending the application to a stage; empty while it is not reached. */
  Optional<Duration> time(Stage stage) {
    return Optional.ofNullable(times.get(stage));
  }

  /** Why it ended early, in words without personal data. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  boolean joined() {
    return !memberId.isEmpty();
  }

  /** Looks a last time, here and in the providers' books; what cannot be seen counts as nothing. */
  Outcome outcome(Insistence insistence) throws InterruptedException {
    if (!joined()) {
      return Outcome.NOTHING;
    }
    try {
      return new Outcome(
          memberId,
          phone.grants(insistence),
          phone.messages(insistence),
          books.policies(memberId, insistence),
          books.entitlements(memberId, insistence),
          books.repeatedMessages(worker.phone(), insistence));
    } catch (GaveUp e) {
      failure = String.valueOf(e.getMessage());
      return Outcome.NOTHING;
    }
  }

  List<JsonNode> timeline(Insistence insistence) throws InterruptedException {
    return phone.timeline(insistence);
  }
}
