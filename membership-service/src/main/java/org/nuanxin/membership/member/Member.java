package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.ApplicationRejected;
import org.nuanxin.events.ApplicationResubmitted;
import org.nuanxin.events.ApplicationReturned;
import org.nuanxin.events.ApplicationWithdrawn;
import org.nuanxin.events.MemberLeft;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.events.MembershipEvent;
import org.nuanxin.membership.union.Assignment;
import org.nuanxin.membership.union.Route;
import org.nuanxin.membership.union.Union;

/**
 * A person of one federation, from the first application to after leaving: the aggregate.
 * Immutable; each change gives a new one that carries the events it recorded, one version each, so
 * that nobody can store the change without them.
 *
 * @param id of the person, before and after joining
 * @param version raised by one with each event
 * @param applications the latest at most {@value #BOUND}, oldest first; never empty
 * @param membership null before joining
 * @param keys Idempotency-Keys of at least the last week
 * @param recorded events that are not stored yet, oldest first
 */
public record Member(
    String id,
    String federation,
    long version,
    Identity identity,
    List<Application> applications,
    @Nullable Membership membership,
    List<KeyUse> keys,
    List<MembershipEvent> recorded) {

  /** Applications kept in the aggregate; older ones are archived. */
  public static final int BOUND = 10;

  /** Applications a person may make within {@link KeyUse#KEPT}: a bound on the keys. */
  public static final int MOST_APPLICATIONS = 20;

  /** Copies the lists. */
  public Member {
    applications = List.copyOf(applications);
    keys = List.copyOf(keys);
    recorded = List.copyOf(recorded);
  }

  /** Somebody applies for the first time. */
  public static Member apply(String id, String federation, Identity identity, Submission incoming) {
    return new Submitting(id, federation, identity, null).take(incoming);
  }

  /**
   * The person applies again.
   *
   * <p>Allowed while no application is open and the person is not in the union, see {@link
   * #mayApply()}.
   */
  public Member applyAgain(Identity newIdentity, Submission incoming) {
    if (!mayApply()) {
      throw new IllegalStateException("An application is open, or the person is a member");
    }
    return new Submitting(id, federation, newIdentity, this).take(incoming);
  }

  /** A reviewer agrees. */
  public Member approve(String reviewer, @Nullable String reason, Approval approval, Instant at) {
    Application approved = inReview();
    Union other = approval.otherUnion();
    if (other != null) {
      approved = approved.assignedTo(other.id(), routeTo(other));
    }
    approved =
        approved.decided(
            ApplicationState.APPROVED, Step.of(at, reviewer, Step.Action.APPROVED, reason));
    Membership joined = Submitting.joined(membership, approval::membershipNumber, approved, at);
    return with(approved, joined, identity)
        .record(
            Submitting.memberJoined(
                id, federation, identity, joined, approved, approval.union(), at));
  }

  /** A reviewer refuses. */
  public Member reject(String reviewer, Rejection why, Instant at) {
    Step step = Step.rejected(at, reviewer, why);
    Application rejected = inReview().decided(ApplicationState.REJECTED, step);
    return with(rejected, membership, identity)
        .record(new ApplicationRejected(federation, id, rejected.id(), tag(), told(step), at));
  }

  /** A reviewer gives the application back for correction. */
  public Member returnFor(String reviewer, ToCorrect what, Instant at) {
    Application before = inReview();
    if (before.returns() >= Application.MOST_RETURNS) {
      throw new Refusal(Refusal.Kind.RETURNED_TOO_OFTEN, before);
    }
    Step step = Step.returned(at, reviewer, what, language());
    Application returned = before.next(ApplicationState.RETURNED, null, step, what.fields());
    return with(returned, membership, identity)
        .record(
            new ApplicationReturned(
                federation, id, returned.id(), tag(), what.fields(), told(step), at));
  }

  /** The applicant corrects what was given back; a reviewer looks at it again. */
  public Member resubmit(
      Identity corrected,
      Details details,
      Assignment assignment,
      @Nullable Instant dueAt,
      Instant at) {
    Application before = current();
    if (before.state() != ApplicationState.RETURNED) {
      throw new Refusal(Refusal.Kind.NOT_RETURNED, before);
    }
    Application resubmitted =
        before
            .corrected(details)
            .assignedTo(assignment.union().id(), assignment.route())
            .next(
                ApplicationState.IN_REVIEW,
                dueAt,
                Step.of(at, Step.APPLICANT, Step.Action.RESUBMITTED),
                List.of());
    return with(resubmitted, membership, corrected)
        .record(
            new ApplicationResubmitted(
                federation, id, resubmitted.id(), details.language().tag(), dueAt, at));
  }

  /** The applicant takes an open application back. */
  public Member withdraw(Instant at) {
    Application before = current();
    if (!before.state().isOpen()) {
      throw new Refusal(Refusal.Kind.NOT_OPEN, before);
    }
    Application withdrawn =
        before.decided(
            ApplicationState.WITHDRAWN, Step.of(at, Step.APPLICANT, Step.Action.WITHDRAWN));
    return with(withdrawn, membership, identity)
        .record(new ApplicationWithdrawn(federation, id, withdrawn.id(), tag(), at));
  }

  /** The member leaves the union. */
  public Member leave(Instant at) {
    Membership before = membership;
    if (before == null || !before.state().isStanding()) {
      throw new Refusal(Refusal.Kind.NOT_A_MEMBER, null);
    }
    return with(current(), before.left(at), identity)
        .record(
            new MemberLeft(
                federation, id, before.joining().ordinal(), identity.phoneIndex(), tag(), at));
  }

  /** The person has another phone from now on, or none; the same one again is no former phone. */
  public Member changePhone(Identity changed, Instant at) {
    return with(current(), membership, changed)
        .record(
            new MemberPhoneChanged(
                federation, id, changed.phoneIndex(), identity.phoneLeftFor(changed), at));
  }

  /** The same person and phone under other keys: no number is left, whatever the indexes say. */
  public Member sealAnew(Identity sealed, Instant at) {
    return with(current(), membership, sealed)
        .record(new MemberPhoneChanged(federation, id, sealed.phoneIndex(), null, at));
  }

  /** The latest application. */
  public Application current() {
    return applications.getLast();
  }

  /** One of the applications that the aggregate still holds. */
  public Optional<Application> application(int ordinal) {
    return applications.stream().filter(each -> each.ordinal() == ordinal).findFirst();
  }

  /** The membership of somebody who has joined, be it long ago. */
  public Optional<Membership> joined() {
    return Optional.ofNullable(membership);
  }

  /** Whether the person may apply: no application is open, and the person is not in the union. */
  public boolean mayApply() {
    return !current().state().isOpen() && (membership == null || !membership.state().isStanding());
  }

  /** Whether the union ended the person's membership. */
  public boolean isExpelled() {
    return membership != null && membership.state() == MembershipState.EXPELLED;
  }

  /** The use of a key, where this person has it. */
  public Optional<KeyUse> keyUse(String hash) {
    return keys.stream().filter(each -> each.hash().equals(hash)).findFirst();
  }

  /** The uses of keys that are not older than a week. */
  public List<KeyUse> keysOfLastWeek(Instant now) {
    Instant since = now.minus(KeyUse.KEPT);
    return keys.stream().filter(each -> !each.at().isBefore(since)).toList();
  }

  /** Whether this phone index is the person's. */
  public boolean hasPhone(@Nullable String phoneIndex) {
    return phoneIndex != null && identity.phones().contains(phoneIndex);
  }

  /** The language of messages to the person. */
  public Language language() {
    return current().details().language();
  }

  /** The union the person belongs to, or has applied to. */
  public String unionId() {
    return membership != null && membership.state().isStanding()
        ? membership.unionId()
        : current().unionId();
  }

  private Application inReview() {
    Application application = current();
    return switch (application.state()) {
      case IN_REVIEW -> application;
      case APPROVED, REJECTED -> throw new Refusal(Refusal.Kind.ALREADY_DECIDED, application);
      case SUBMITTED, RETURNED, WITHDRAWN ->
          throw new Refusal(Refusal.Kind.NOT_IN_REVIEW, application);
    };
  }

  private static Route routeTo(Union union) {
    return switch (union.kind()) {
      case KEY_ENTERPRISE -> Route.KEY_ENTERPRISE;
      case INDUSTRY -> Route.INDUSTRY;
      case FEDERATION, DISTRICT, COMMUNITY -> Route.COMMUNITY;
    };
  }

  private String told(Step step) {
    return Objects.requireNonNull(step.told(language()), "a decision against is told why");
  }

  private String tag() {
    return language().tag();
  }

  private Member with(Application changed, @Nullable Membership changedMembership, Identity who) {
    List<Application> all = new ArrayList<>(applications);
    all.set(all.size() - 1, Objects.requireNonNull(changed));
    return new Member(id, federation, version, who, all, changedMembership, keys, recorded);
  }

  private Member record(MembershipEvent event) {
    List<MembershipEvent> events = new ArrayList<>(recorded);
    events.add(event);
    return new Member(
        id, federation, version + 1, identity, applications, membership, keys, events);
  }
}
