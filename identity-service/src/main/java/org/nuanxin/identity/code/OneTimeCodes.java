package org.nuanxin.identity.code;

import java.time.Instant;
import java.util.Optional;

/**
 * The codes that are out. Of a phone the newest alone is good, and those before it only until it is
 * known that it went out. Every call is one atomic step in the store.
 */
public interface OneTimeCodes {

  /** What became of a code that was to be kept. */
  sealed interface Keeping {

    /** It is kept and counts; earlier codes of the phone are void. */
    record Kept() implements Keeping {}

    /**
     * It is not: the phone had its codes.
     *
     * @param until when the next may be asked for
     */
    record TooMany(Instant until) implements Keeping {}
  }

  /**
   * Keeps the code for the phone, unless the phone had as many as the policy allows within the
   * window. Concurrent calls, on any instance, together keep no more than that.
   */
  Keeping keep(Phone phone, OneTimeCode code, Instant now);

  /**
   * Takes back a code of which it is sure that it did not go out: it is void and does not count,
   * and the phone's codes are as good as if it had never been kept, with the tries and the time
   * they have left. One that was guessed at counts all the same; else an outage of the provider
   * would be a time of endless guessing. Of a code that is not out any more nothing is left to take
   * back.
   */
  void discard(Phone phone, String codeId);

  /**
   * Notes that nobody knows whether the code went out: it stays good and counts, and the ones that
   * it replaced are good beside it. A guess uses up a try of each of them.
   */
  void doubt(Phone phone, String codeId);

  /**
   * Takes a guess. A wrong one uses up a try; the right one uses up every code of the phone.
   * Concurrent guesses, on any instance, together get no more than the policy's tries per code that
   * counts, and at most one succeeds.
   *
   * @return the phone's holder when the guess was right; empty for every other reason alike
   */
  Optional<PhoneHolder> redeem(Phone phone, String digits, Instant now);
}
