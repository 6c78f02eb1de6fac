package org.nuanxin.localstack.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes a call again while the system is too busy or a part of it is away, ever more slowly. Only
 * for calls that may be made twice.
 *
 * @param clock tells when it has been long enough
 * @param deadline when to give up
 */
public record Insistence(Clock clock, Instant deadline) {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** Insists for so long from now. */
  public static Insistence lasting(Duration patience) {
    Clock clock = Clock.systemUTC();
    return new Insistence(clock, clock.instant().plus(patience));
  }

  /** A call that may be made again. */
  @FunctionalInterface
  public interface Call {

    /**
     * Makes it once.
     *
     * @throws IOException when there is no answer
     * @throws InterruptedException when interrupted
     */
    Reply make() throws IOException, InterruptedException;
  }

  /**
   * Calls until there is an answer that will stay.
   *
   * @throws GaveUp when there was none by the deadline
   * @throws InterruptedException when interrupted
   */
  public Reply on(Call call) throws InterruptedException {
    Duration pause = SHORTEST;
    while (true) {
      Duration wait = pause;
      String trouble;
      try {
        Reply reply = call.make();
        if (!reply.passing()) {
          return reply;
        }
        // What a server asks for is said in whole seconds and meant for crowds; a few phones may
        // ask a little sooner.
        wait = reply.retryAfter().filter(asked -> asked.compareTo(LONGEST) < 0).orElse(pause);
        trouble = "answer " + reply.status();
      } catch (IOException e) {
        trouble = e.toString();
      }
      if (clock.instant().plus(wait).isAfter(deadline)) {
        throw new GaveUp(trouble);
      }
      Thread.sleep(wait.toMillis() / 2 + ThreadLocalRandom.current().nextLong(wait.toMillis()));
      pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }
  }
}
