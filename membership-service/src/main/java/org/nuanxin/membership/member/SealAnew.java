package org.nuanxin.membership.member;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Seals every person with the current keys, while old ones are still known: needed when a key is
 * rotated, because a token names a phone by its index under the current key only.
 *
 * <p>Each is a change like any other, under a version condition, and tells the other services of
 * the phone's new index by {@code member.phone-changed}. Several instances may run it at once, and
 * it may be ended and begun again. Whoever cannot be read, opened or sealed is counted and left as
 * is; the others are sealed all the same.
 */
public final class SealAnew {

  private static final int BATCH = 200;

  private final Members members;
  private final Identities identities;
  private final Clock clock;
  private final AtomicLong failures = new AtomicLong();

  /** Over these members. */
  public SealAnew(Members members, Identities identities, Clock clock) {
    this.members = members;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * Looks at the next batch.
   *
   * @param after the last id of the batch before; empty text to begin
   * @param failed is told who could not be sealed, and why
   * @return the last id of this batch; empty when there was none left
   */
  public Optional<String> batch(String after, BiConsumer<String, RuntimeException> failed) {
    Members.Walk batch = members.after(after, BATCH);
    failures.addAndGet(batch.unreadable());
    for (Member member : batch.members()) {
      if (identities.isOutdated(member.identity())) {
        seal(member, failed);
      }
    }
    return batch.last();
  }

  /** How many could not be sealed so far; whoever is met twice counts twice. */
  public long failures() {
    return failures.get();
  }

  private void seal(Member member, BiConsumer<String, RuntimeException> failed) {
    try {
      ChangeMember.of(
          members, () -> members.find(member.federation(), member.id()), this::sealedOrThrow);
    } catch (CannotSeal | Members.Taken e) {
      failures.incrementAndGet();
      failed.accept(member.id(), e);
    }
  }

  /** Tells what is wrong with one person from an outage, which concerns all. */
  private Member sealedOrThrow(Member member) {
    try {
      return sealed(member);
    } catch (RuntimeException e) {
      throw new CannotSeal(e);
    }
  }

  private static final class CannotSeal extends RuntimeException {
    CannotSeal(RuntimeException cause) {
      super(cause);
    }
  }

  private Member sealed(Member member) {
    Person person = identities.open(member.id(), member.identity());
    return member.sealAnew(
        identities.seal(
            member.id(),
            person,
            identities.idIndexes(person.idNumber()),
            person.hasPhone()
                ? identities.phoneIndexes(person.phone())
                : member.identity().phones()),
        clock.instant());
  }
}
