package org.nuanxin.identity.code;

import java.time.Instant;
import java.util.Optional;

/** The codes that are out, at most one per phone. Every call is one atomic step in the store. */
public interface OneTimeCodes {

  /** What became of a code that was to be kept. */
  sealed interface Keeping {

    /** It is kept, and any earlier code of the phone is void. */
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

  /** Makes the code worthless if it is still the phone's current one. */
  void discard(Phone phone, String codeId);

  /**
   * Takes a guess. A wrong one uses up a try; the right one uses up the code. Concurrent guesses,
   * on any instance, together get no more than the policy's tries, and at most one succeeds per
   * code.
   *
   * @return the phone's holder when the guess was right; empty for every other reason alike
   */
  Optional<PhoneHolder> redeem(Phone phone, String digits, Instant now);
}
