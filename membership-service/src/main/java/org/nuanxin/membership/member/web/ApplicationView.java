package org.nuanxin.membership.member.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Details;
import org.nuanxin.membership.member.FieldReason;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Membership;
import org.nuanxin.membership.member.Person;
import org.nuanxin.membership.member.RejectionCode;
import org.nuanxin.membership.member.Step;
import org.nuanxin.membership.union.Assignment;
import org.nuanxin.membership.union.Union;
import org.nuanxin.membership.union.UnionTree;

/**
 * An application as its applicant and the staff see it.
 *
 * @param memberId null until the person is a member by it
 * @param form what was sent, with name, ID number and phone masked for who may not see them; null
 *     where the answer does not repeat it
 * @param version of the person; the {@code ETag}, for {@code If-Match}
 * @param failedRules for staff, why it went to review; null for its applicant
 * @param duplicates for staff, the same person's other applications; null for its applicant
 */
record ApplicationView(
    String id,
    ApplicationState state,
    @Nullable Instant dueAt,
    @Nullable String memberId,
    @Nullable String membershipNumber,
    AssignedUnion union,
    Instant submittedAt,
    long version,
    List<String> returnedFields,
    @Nullable FormView form,
    List<StepView> history,
    @Nullable List<String> failedRules,
    @Nullable List<DuplicateView> duplicates) {

  /** Another application of the same person. */
  record DuplicateView(
      String id, ApplicationState state, Instant submittedAt, @Nullable Instant decidedAt) {

    static DuplicateView of(Application application) {
      return new DuplicateView(
          application.id(),
          application.state(),
          application.submittedAt(),
          application.decision().map(Step::at).orElse(null));
    }
  }

  /**
   * One step.
   *
   * @param fieldReasons of a return, why each field is to be corrected; else empty
   * @param code of a refusal, why; null where the reviewer gave words only
   */
  record StepView(
      Instant at,
      String actor,
      String action,
      @Nullable String reason,
      List<String> fields,
      List<FieldReason> fieldReasons,
      @Nullable RejectionCode code) {}

  /** An employer. */
  record EmployerView(String name) {}

  /** What was sent. */
  record FormView(
      String name,
      String idNumber,
      String phone,
      String occupation,
      List<String> platforms,
      @Nullable EmployerView employer,
      String communityCode,
      @Nullable String stationCode,
      String consentVersion,
      String language) {

    static FormView of(Person person, Details details) {
      return new FormView(
          person.name(),
          person.idNumber(),
          person.phone(),
          details.occupation().name(),
          details.platforms(),
          details.employer() == null ? null : new EmployerView(details.employer()),
          details.communityCode(),
          details.stationCode(),
          details.consentVersion(),
          details.language().tag());
    }
  }

  /** In the application's language. */
  static ApplicationView of(
      Member member, Application application, UnionTree unions, @Nullable Person person) {
    return of(member, application, application.details().language(), unions, person);
  }

  static ApplicationView of(
      Member member,
      Application application,
      Language language,
      UnionTree unions,
      @Nullable Person person) {
    boolean joinedByIt = application.state() == ApplicationState.APPROVED;
    return new ApplicationView(
        application.id(),
        application.state(),
        application.dueAt(),
        joinedByIt ? member.id() : null,
        joinedByIt ? member.joined().map(Membership::number).orElse(null) : null,
        union(application, language, unions),
        application.submittedAt(),
        member.version(),
        application.returnedFields(),
        person == null ? null : FormView.of(person, application.details()),
        application.history().stream().map(ApplicationView::step).toList(),
        null,
        null);
  }

  /** The same with what helps staff to decide: why it is theirs, and what was before. */
  ApplicationView forStaff(Member member, Application application) {
    return new ApplicationView(
        id,
        state,
        dueAt,
        memberId,
        membershipNumber,
        union,
        submittedAt,
        version,
        returnedFields,
        form,
        history,
        application.failedRules(),
        member.applications().reversed().stream()
            .filter(each -> !each.id().equals(application.id()))
            .map(DuplicateView::of)
            .toList());
  }

  private static AssignedUnion union(Application application, Language language, UnionTree unions) {
    Union union =
        unions
            .union(application.unionId())
            .orElseThrow(
                () -> new IllegalStateException("An application's union is not in the tree"));
    return AssignedUnion.of(new Assignment(union, application.route()), language.tag());
  }

  private static StepView step(Step step) {
    return new StepView(
        step.at(),
        step.actor(),
        step.action().name(),
        step.reason(),
        step.fields(),
        step.fieldReasons(),
        step.code());
  }
}
