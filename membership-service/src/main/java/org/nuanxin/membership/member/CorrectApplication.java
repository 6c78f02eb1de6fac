package org.nuanxin.membership.member;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The applicant corrects an application that was given back. */
public final class CorrectApplication {

  private final Members members;
  private final Identities identities;
  private final Judgement judgement;
  private final Clock clock;

  /** Corrects applications of these members. */
  public CorrectApplication(
      Members members, Identities identities, Judgement judgement, Clock clock) {
    this.members = members;
    this.identities = identities;
    this.judgement = judgement;
    this.clock = clock;
  }

  /**
   * Stores the correction.
   *
   * @param member as the caller saw it; the correction succeeds only if it is still so
   * @param applicationId one of the member's applications
   * @param person with the corrected name and ID number
   * @throws Refusal when the application was not given back
   * @throws Members.Overtaken when somebody changed the person in between
   * @throws Members.Taken when the corrected ID number is another person's
   */
  public Member handle(Member member, String applicationId, Person person, Details details) {
    if (!member.current().id().equals(applicationId)) {
      throw new Refusal(
          Refusal.Kind.NOT_RETURNED,
          member.applications().stream()
              .filter(each -> each.id().equals(applicationId))
              .findFirst()
              .orElseThrow());
    }
    Instant now = clock.instant();
    List<String> ids = identities.idIndexes(person.idNumber());
    Member corrected =
        member.resubmit(
            identities.seal(member.id(), person, ids, member.identity().phones()),
            details,
            judgement.assign(details),
            judgement.dueAt(now),
            now);
    members.save(corrected);
    return corrected;
  }
}
