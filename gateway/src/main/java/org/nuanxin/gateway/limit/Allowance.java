package org.nuanxin.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A bucket of tokens for each key. Buckets are bounded in number, and forgotten once they would
 * have been full again.
 */
final class Allowance {

  private static final int MOST_BUCKETS = 100_000;

  private final String name;
  private final int burst;
  private final int perSecond;
  private final String policy;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  Allowance(String name, int burst, int perSecond, TimeMeter time) {
    this.name = name;
    this.burst = burst;
    this.perSecond = perSecond;
    this.time = time;
    long window = secondsFor(burst);
    this.policy = '"' + name + "\";q=" + burst + ";w=" + window;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(Duration.ofSeconds(window + 1))
            .build();
  }

  /** Takes one request off the key's bucket, if there is one. */
  Ration take(String key) {
    ConsumptionProbe probe = buckets.get(key, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
    long remaining = probe.getRemainingTokens();
    return new Ration(
        probe.isConsumed(),
        policy,
        '"' + name + "\";r=" + remaining + ";t=" + secondsFor(burst - remaining),
        (int) Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build())
        .withCustomTimePrecision(time)
        .build();
  }

  private long secondsFor(long tokens) {
    return Math.ceilDiv(tokens, (long) perSecond);
  }
}
