package org.nuanxin.identity.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key that signs, the one that will sign next (published early, so that everyone has it when it
 * does), and those that signed before.
 *
 * @param version counts rotations, from 1
 * @param signsSince since when the current key signs
 */
public record KeyRing(
    long version,
    SigningKey current,
    SigningKey next,
    List<RetiredKey> retired,
    Instant signsSince) {

  /** Keeps its own copy. */
  public KeyRing {
    retired = List.copyOf(retired);
  }

  /** The first ring of an installation. */
  public static KeyRing first(SigningKey current, SigningKey next, Instant now) {
    return new KeyRing(1, current, next, List.of(), now);
  }

  /**
   * The ring after a rotation: the next key signs, the current one only verifies for a while.
   *
   * @param fresh the new next key
   * @param overlap how long a retired key stays published, longer than any token lives
   */
  public KeyRing rotated(SigningKey fresh, Instant now, Duration overlap) {
    List<RetiredKey> stillPublished =
        Stream.concat(
                Stream.of(new RetiredKey(current.id(), current.publicKey(), now.plus(overlap))),
                retired.stream())
            .filter(key -> key.publishedUntil().isAfter(now))
            .toList();
    return new KeyRing(version + 1, next, fresh, stillPublished, now);
  }

  /** Whether the current key has signed for as long as a key should. */
  public boolean isDue(Instant now, Duration period) {
    return !now.isBefore(signsSince.plus(period));
  }
}
