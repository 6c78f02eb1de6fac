package org.nuanxin.localstack.sandbox;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.nuanxin.localstack.sandbox.http.Answer;

/**
 * The line between a provider and its caller, on which the faults happen that are switched on. The
 * n-th call since the switch has the same fate for the same seed, whoever makes it.
 */
final class FaultyLine {

  private record Switched(Faults faults, AtomicLong calls, AtomicLong lost) {}

  private volatile Switched now = new Switched(Faults.NONE, new AtomicLong(), new AtomicLong());

  void set(Faults faults) {
    now = new Switched(faults, new AtomicLong(), new AtomicLong());
  }

  Faults faults() {
    return now.faults;
  }

  /**
   * Makes a call, or does not, as the faults have it.
   *
   * @param effect what the provider does and answers; not run when the call fails before
   * @param refused told when it is not run
   */
  Answer call(Supplier<Answer> effect, Runnable refused) throws InterruptedException {
    Switched current = now;
    Faults faults = current.faults;
    if (faults == Faults.NONE) {
      return effect.get();
    }
    if (faults.latencyMs() > 0) {
      Thread.sleep(faults.latencyMs());
    }
    long call = current.calls.incrementAndGet();
    if (faults.down()) {
      refused.run();
      return Answer.problem(503, "down");
    }
    if (chance(faults.seed(), 2 * call) < faults.failRate()) {
      refused.run();
      return Answer.problem(500, "failed before the effect");
    }
    Answer answer = effect.get();
    if (chance(faults.seed(), 2 * call + 1) < faults.failAfterEffectRate()) {
      return current.lost.getAndIncrement() % 2 == 0
          ? Answer.problem(500, "failed after the effect")
          : new Answer.Drop();
    }
    return answer;
  }

  /** A number in [0, 1) that depends on nothing but its arguments (SplitMix64). */
  private static double chance(long seed, long n) {
    long z = seed + n * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-53;
  }
}
