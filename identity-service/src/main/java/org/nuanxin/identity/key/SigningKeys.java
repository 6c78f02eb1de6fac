package org.nuanxin.identity.key;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The ring as this instance knows it, at most as old as the policy's reload time.
 *
 * <p>An instance that has not heard of a rotation yet signs with the key just retired, which is
 * still published; so instances need not agree at every moment. Thread-safe.
 */
public final class SigningKeys {

  private record Copy(KeyRing ring, Instant at) {}

  private final KeyRings rings;
  private final KeyPolicy policy;
  private final Clock clock;
  private volatile @Nullable Copy copy;

  /** Works on the stored ring. */
  public SigningKeys(KeyRings rings, KeyPolicy policy, Clock clock) {
    this.rings = rings;
    this.policy = policy;
    this.clock = clock;
  }

  /** The ring, from the store where this instance's copy is too old or there is none. */
  public KeyRing ring() {
    Copy known = copy;
    boolean fresh = known != null && clock.instant().isBefore(known.at().plus(policy.reload()));
    return known != null && fresh ? known.ring() : reload();
  }

  /** The ring, straight from the store; makes the first one where there is none. */
  public KeyRing reload() {
    return keep(rings.load().orElseGet(this::makeFirst));
  }

  /** Rotates if the current key has signed for long enough. */
  public void rotateIfDue() {
    if (reload().isDue(clock.instant(), policy.period())) {
      rotate();
    }
  }

  /**
   * Rotates now. Of concurrent rotations, on any instance, one is made and all see its outcome.
   *
   * @return the ring that stands afterwards
   */
  public KeyRing rotate() {
    KeyRing before = reload();
    Instant now = clock.instant();
    KeyRing after = before.rotated(SigningKey.make(now), now, policy.overlap());
    return rings.replace(after) ? keep(after) : reload();
  }

  private KeyRing makeFirst() {
    Instant now = clock.instant();
    CompletableFuture<SigningKey> next = CompletableFuture.supplyAsync(() -> SigningKey.make(now));
    KeyRing ring = KeyRing.first(SigningKey.make(now), next.join(), now);
    if (rings.create(ring)) {
      return ring;
    }
    Optional<KeyRing> theirs = rings.load();
    return theirs.orElseThrow(
        () -> new IllegalStateException("The ring of keys was made and is gone again"));
  }

  private KeyRing keep(KeyRing ring) {
    copy = new Copy(ring, clock.instant());
    return ring;
  }
}
