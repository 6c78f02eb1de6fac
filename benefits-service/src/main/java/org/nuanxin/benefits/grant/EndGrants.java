package org.nuanxin.benefits.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.kit.consume.RetryLater;
import org.nuanxin.kit.event.StoredEvent;

/**
 * Ends what a leave leaves unused of one programme.
 *
 * <p>Guarantee: after it, no grant of that joining can become the member's any more, also when the
 * joining is told only later; grants of other joinings and used ones are not touched. The provider
 * is told by a worker until it has heard. Told again, it answers the same frozen events.
 */
public final class EndGrants {

  private static final int ROUNDS = 10;

  private final Grants grants;
  private final Clock clock;

  /** Over this store. */
  public EndGrants(Grants grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * Ends grants: reads, changes what is not as it should be, and reads again until all is.
   *
   * @return events to send, each grant's in order
   * @throws RetryLater when others keep changing the same grants; safe to repeat
   */
  public List<StoredEvent> end(Programme programme, List<Leaving> leavings) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (int round = 0; round < ROUNDS; round++) {
      List<Grant> settled = new ArrayList<>();
      if (!change(programme, leavings, now, settled)) {
        return settled.stream().flatMap(g -> g.eventsOfLeaving().stream()).distinct().toList();
      }
    }
    throw new RetryLater("Grants keep changing; the leave will be tried again.");
  }

  /** One round; whether it found anything to change. */
  private boolean change(
      Programme programme, List<Leaving> leavings, Instant now, List<Grant> settled) {
    Map<String, List<Grant>> byMember = byMember(programme, leavings);
    List<Grant> marks = new ArrayList<>();
    boolean changed = false;
    for (Leaving leaving : leavings) {
      var left = leaving.left();
      List<Grant> ofJoining =
          byMember.getOrDefault(left.memberId(), List.of()).stream()
              .filter(grant -> grant.opening().joining() == left.joiningOrdinal())
              .toList();
      Opening mark = Opening.of(programme, left, leaving.sequence(), leaving.traceparent());
      if (ofJoining.isEmpty() && !isTaken(mark.id(), byMember)) {
        marks.add(Beginning.ended(mark, left.leftAt(), now));
      }
      for (Grant grant : ofJoining) {
        Grant after = grant.leave(left.leftAt(), now);
        if (after.equals(grant)) {
          settled.add(grant);
        } else {
          grants.save(grant, after);
          changed = true;
        }
      }
    }
    grants.open(marks);
    return changed || !marks.isEmpty();
  }

  /** The period's grant is another joining's: there is nothing to keep a late joining from. */
  private static boolean isTaken(GrantId id, Map<String, List<Grant>> byMember) {
    return byMember.getOrDefault(id.member(), List.of()).stream()
        .anyMatch(grant -> grant.id().equals(id));
  }

  private Map<String, List<Grant>> byMember(Programme programme, List<Leaving> leavings) {
    Set<String> members =
        leavings.stream().map(leaving -> leaving.left().memberId()).collect(Collectors.toSet());
    Map<String, List<Grant>> byMember = new HashMap<>();
    for (Grant grant : grants.ofMembers(programme.code(), members)) {
      byMember.computeIfAbsent(grant.id().member(), member -> new ArrayList<>()).add(grant);
    }
    return byMember;
  }
}
