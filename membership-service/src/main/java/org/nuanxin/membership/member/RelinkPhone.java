package org.nuanxin.membership.member;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Staff gives a number to the person who holds it now, or takes it away from who holds it no
 * longer: networks give numbers to others after some months.
 *
 * <p>Who had the number loses it first and in a write of its own. Should all end between the two
 * writes, nobody has the number; calling again brings it to its end.
 */
public final class RelinkPhone {

  /**
   * Who of the staff does it, to whom.
   *
   * @param covers whose phone the caller may give or take away
   * @param writtenDown told of each person before anything of theirs is changed, again where it is
   *     tried again; what it throws ends the call
   */
  public record Desk(String federation, Predicate<Member> covers, Consumer<Member> writtenDown) {}

  /**
   * How it ended.
   *
   * @param takenFrom the person who had the number until now; null where nobody had it
   */
  public record Linked(Member member, @Nullable String takenFrom) {}

  private static final int ATTEMPTS = 8;

  private final Members members;
  private final Identities identities;
  private final Clock clock;

  /** Over these members. */
  public RelinkPhone(Members members, Identities identities, Clock clock) {
    this.members = members;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * Gives a number to a person; whoever of the federation has it loses it. A number that the person
   * has already stays, and nothing is changed.
   *
   * @param phone in E.164
   * @return empty when there is no such person that the desk covers
   * @throws Members.Overtaken when others change the same persons all the time; safe to repeat
   */
  public Optional<Linked> link(Desk desk, String memberId, String phone) {
    List<String> indexes = identities.phoneIndexes(phone);
    String takenFrom = null;
    for (int attempt = 1; ; attempt++) {
      Optional<Member> found = covered(desk, memberId);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Member member = found.get();
      if (attempt == 1) {
        desk.writtenDown().accept(member);
      }
      if (member.identity().hasAnyOf(indexes)) {
        return Optional.of(new Linked(member, takenFrom));
      }
      takenFrom = takeFromHolder(desk, indexes, memberId).orElse(takenFrom);
      try {
        Member linked = with(member, person(member).withPhone(phone), indexes);
        members.save(linked);
        return Optional.of(new Linked(linked, takenFrom));
      } catch (Members.Overtaken | Members.Taken e) {
        // Taken: somebody got the number since it was taken away, and loses it in the next round.
        if (attempt == ATTEMPTS) {
          throw new Members.Overtaken(memberId);
        }
      }
    }
  }

  /**
   * Takes a person's number away and gives it to nobody; a person without one is left as is.
   *
   * @return empty when there is no such person that the desk covers
   * @throws Members.Overtaken when others change the same person all the time; safe to repeat
   */
  public Optional<Member> unlink(Desk desk, String memberId) {
    Optional<Member> found = covered(desk, memberId);
    found.ifPresent(desk.writtenDown());
    return ChangeMember.of(
            members,
            () -> covered(desk, memberId).filter(member -> member.identity().hasPhone()),
            this::withoutPhone)
        .or(() -> covered(desk, memberId));
  }

  private Optional<Member> covered(Desk desk, String memberId) {
    return members.find(desk.federation(), memberId).filter(desk.covers());
  }

  /**
   * Whoever it is, the desk's union or not: the number is somebody else's by now. Not who is to
   * have it: another call may have given it to them since they were read.
   */
  private Optional<String> takeFromHolder(Desk desk, List<String> indexes, String memberId) {
    Optional<Member> holder =
        indexes.stream()
            .flatMap(index -> members.withPhone(desk.federation(), index).stream())
            .filter(each -> !each.id().equals(memberId))
            .findFirst();
    holder.ifPresent(desk.writtenDown());
    return holder.flatMap(each ->
        ChangeMember.of(
                members,
                () ->
                    members
                        .find(desk.federation(), each.id())
                        .filter(now -> now.identity().hasAnyOf(indexes)),
                this::withoutPhone)
            .map(Member::id));
  }

  private Member withoutPhone(Member member) {
    return with(member, person(member).withoutPhone(), Identity.noPhone(member.id()));
  }

  private Person person(Member member) {
    return identities.open(member.id(), member.identity());
  }

  private Member with(Member member, Person person, List<String> indexes) {
    return member.changePhone(
        identities.seal(member.id(), person, member.identity().ids(), indexes), clock.instant());
  }
}
