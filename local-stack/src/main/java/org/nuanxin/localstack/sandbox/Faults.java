package org.nuanxin.localstack.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * How a provider misbehaves for now.
 *
 * @param latencyMs how long each call takes longer, in milliseconds
 * @param failRate the share of calls, 0 to 1, answered 500 without any effect
 * @param down whether every call is answered 503 without any effect
 * @param failAfterEffectRate the share of calls, 0 to 1, that take effect and are then answered 500
 *     or by closing the connection, in turn
 * @param seed makes the same calls fail in every run
 */
record Faults(int latencyMs, double failRate, boolean down, double failAfterEffectRate, long seed) {

  static final Faults NONE = new Faults(0, 0, false, 0, 0);

  /** What a {@code PUT} says; what it leaves out is as without faults. */
  record Wanted(
      @Nullable Integer latencyMs,
      @Nullable Double failRate,
      @Nullable Boolean down,
      @Nullable Double failAfterEffectRate,
      @Nullable Long seed) {

    Faults faults() {
      return new Faults(
          latencyMs == null ? 0 : latencyMs,
          failRate == null ? 0 : failRate,
          down != null && down,
          failAfterEffectRate == null ? 0 : failAfterEffectRate,
          seed == null ? 0 : seed);
    }
  }

  boolean possible() {
    return latencyMs >= 0
        && latencyMs <= 600_000
        && failRate >= 0
        && failRate <= 1
        && failAfterEffectRate >= 0
        && failAfterEffectRate <= 1;
  }
}
