package org.nuanxin.localstack.demo;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nuanxin.localstack.sample.Worker;
import tools.jackson.databind.JsonNode;

/**
 * Signs up workers as phones do and checks that all came exactly once.
 *
 * @param workers how many sign up
 * @param atOnce how many of them at the same time at most
 * @param perSecond how many begin in a second at most; 0 for as fast as it goes
 * @param patience after which a sign-up counts as failed
 */
public record Demo(int workers, int atOnce, double perSecond, Duration patience) {

  private static final Duration LAST_LOOK = Duration.ofSeconds(60);
  private static final int LOOKING_AT_ONCE = 8;

  /**
   * Runs it.
   *
   * @param gateway the one public door
   * @param sandbox where the providers' own books are
   * @param out is shown how far they are and what came of it
   * @return whether every worker has everything exactly once
   * @throws InterruptedException when interrupted
   */
  public boolean run(String gateway, String sandbox, PrintWriter out) throws InterruptedException {
    List<Journey> journeys = journeys(gateway, sandbox);
    out.println(workers + " synthetic workers sign up at " + gateway);
    SignUps signUps = new SignUps(atOnce, LOOKING_AT_ONCE, perSecond, patience);
    long begin = System.nanoTime();
    try (Progress progress = new Progress(journeys, out)) {
      signUps.run(journeys);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    out.printf(Locale.ROOT, "Ended %.1f s after the first call. From sending to%n", seconds);
    out.print(Progress.table(journeys));
    journeys.stream()
        .map(Journey::failure)
        .flatMap(Optional::stream)
        .distinct()
        .limit(5)
        .forEach(failure -> out.println("Given up: " + failure));
    Verdict verdict = compare(journeys, signUps, out);
    out.println(verdict.line());
    out.flush();
    return verdict.perfect();
  }

  /**
   * Walks every path of a sign-up, so that a stack that practises knows them.
   *
   * @throws GaveUp when it does not answer
   * @throws InterruptedException when interrupted
   */
  public void rehearse(String gateway, String sandbox) throws InterruptedException {
    List<Journey> journeys = journeys(gateway, sandbox);
    SignUps signUps = new SignUps(atOnce, LOOKING_AT_ONCE, perSecond, patience);
    signUps.run(journeys);
    Insistence insistence = Insistence.lasting(patience);
    signUps.forEach(journeys, journey -> journey.timeline(insistence));
  }

  private List<Journey> journeys(String gatewayUrl, String sandbox) throws InterruptedException {
    ApiClient gateway = new ApiClient(gatewayUrl);
    ProviderBooks books = new ProviderBooks(sandbox);
    Insistence start = Insistence.lasting(LAST_LOOK);
    String consent =
        start
            .on(() -> gateway.get("/api/v1/consents/current", null))
            .body()
            .path("version")
            .asString();
    List<Journey> journeys = new ArrayList<>();
    for (Worker worker : new FreshWorkers(books).take(workers, start)) {
      journeys.add(new Journey(worker, gateway, books, consent, Clock.systemUTC()));
    }
    return journeys;
  }

  private Verdict compare(List<Journey> journeys, SignUps signUps, PrintWriter out)
      throws InterruptedException {
    Insistence insistence = Insistence.lasting(LAST_LOOK);
    List<Outcome> outcomes = signUps.forEach(journeys, journey -> journey.outcome(insistence));
    out.printf(
        "The providers' own books for these workers: %d policies, %d entitlements, %d SMS sent"
            + " twice%n",
        outcomes.stream().mapToInt(Outcome::policies).sum(),
        outcomes.stream().mapToInt(Outcome::entitlements).sum(),
        outcomes.stream().mapToInt(Outcome::repeatedSms).sum());
    Optional<Journey> one = journeys.stream().filter(Journey::joined).findFirst();
    if (one.isPresent()) {
      out.println("One worker's timeline:");
      for (JsonNode step : one.get().timeline(insistence)) {
        out.printf(
            "  %-32s %-9s %s%n",
            step.path("at").asString(""),
            step.path("status").asString(""),
            step.path("title").asString(""));
      }
    }
    return Verdict.of(workers, outcomes);
  }
}
