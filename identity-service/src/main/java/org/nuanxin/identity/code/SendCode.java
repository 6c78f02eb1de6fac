package org.nuanxin.identity.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.nuanxin.identity.code.OneTimeCodes.Keeping;

/** Sends a phone a fresh one-time code, whether or not the phone was ever seen before. */
public final class SendCode {

  private final OneTimeCodes codes;
  private final CodeMessages messages;
  private final CodePolicy policy;
  private final RandomGenerator random;
  private final Clock clock;

  /** Draws codes from this random source, which must be cryptographically strong. */
  public SendCode(
      OneTimeCodes codes,
      CodeMessages messages,
      CodePolicy policy,
      RandomGenerator random,
      Clock clock) {
    this.codes = codes;
    this.messages = messages;
    this.policy = policy;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Keeps a code, then sends it.
   *
   * @return how long the code is good for
   * @throws TooManyCodes when the phone had its codes
   * @throws CodeNotSent when the provider failed; where it is sure that no message went out, the
   *     phone is left as it was, and else the code is good
   */
  public Duration to(Phone phone) {
    Instant now = clock.instant();
    OneTimeCode code = OneTimeCode.random(random);
    switch (codes.keep(phone, code, now)) {
      case Keeping.Kept() -> send(phone, code);
      case Keeping.TooMany(Instant until) -> throw new TooManyCodes(Duration.between(now, until));
    }
    return policy.validity();
  }

  private void send(Phone phone, OneTimeCode code) {
    try {
      messages.send(phone, code, policy.validity());
    } catch (CodeNotSent failure) {
      if (failure.mayArrive()) {
        codes.doubt(phone, code.id());
      } else {
        codes.discard(phone, code.id());
      }
      throw failure;
    }
  }
}
