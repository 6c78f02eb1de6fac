package org.nuanxin.membership.member;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Seals every person with the current keys, while old ones are still known: needed when a key is
 * rotated, because a token names a phone by its index under the current key only.
 *
 * <p>Each is a change like any other, under a version condition, and tells the other services of
 * the phone's new index by {@code member.phone-changed}. Several instances may run it at once, and
 * it may be ended and begun again.
 */
public final class SealAnew {

  private static final int BATCH = 200;

  private final Members members;
  private final Identities identities;
  private final Clock clock;

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
   * @return the last id of this batch; empty when there was none left
   */
  public Optional<String> batch(String after) {
    List<Member> batch = members.after(after, BATCH);
    for (Member member : batch) {
      if (identities.isOutdated(member.identity())) {
        ChangeMember.of(
            members, () -> members.find(member.federation(), member.id()), this::sealed);
      }
    }
    return batch.isEmpty() ? Optional.empty() : Optional.of(batch.getLast().id());
  }

  private Member sealed(Member member) {
    Person person = identities.open(member.id(), member.identity());
    return member.changePhone(
        identities.seal(
            member.id(),
            person,
            identities.idIndexes(person.idNumber()),
            identities.phoneIndexes(person.phone())),
        clock.instant());
  }
}
