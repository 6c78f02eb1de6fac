package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.union.Route;

/**
 * One application of a person.
 *
 * @param ordinal 1 for the person's first; the id is {@code memberId-ordinal}
 * @param unionId the union it is assigned to
 * @param route why to that one
 * @param reviewed whether it ever was in a reviewer's queue
 * @param dueAt by when it is decided; null where it is decided, or nobody can say
 * @param history oldest first
 * @param returnedFields what the applicant is to correct now
 */
public record Application(
    String id,
    int ordinal,
    ApplicationState state,
    Details details,
    String unionId,
    Route route,
    boolean reviewed,
    @Nullable Instant dueAt,
    Instant submittedAt,
    List<Step> history,
    List<String> returnedFields) {

  /** Times an application may be given back; a bound on its history. */
  static final int MOST_RETURNS = 20;

  /** Copies the lists. */
  public Application {
    history = List.copyOf(history);
    returnedFields = List.copyOf(returnedFields);
  }

  /** The id of a person's application. */
  public static String idOf(String memberId, int ordinal) {
    return memberId + '-' + ordinal;
  }

  /** The person whose application has this id; empty where the text is no such id. */
  public static Optional<String> memberOf(String applicationId) {
    int dash = applicationId.indexOf('-');
    return dash < 1 ? Optional.empty() : Optional.of(applicationId.substring(0, dash));
  }

  /** The step by which it was approved or rejected. */
  public Optional<Step> decision() {
    return history.reversed().stream()
        .filter(
            step -> step.action() == Step.Action.APPROVED || step.action() == Step.Action.REJECTED)
        .findFirst();
  }

  /** When the person last sent it, and with that gave the consent it names. */
  public Instant consentedAt() {
    return history.reversed().stream()
        .filter(step ->
            step.action() == Step.Action.SUBMITTED || step.action() == Step.Action.RESUBMITTED)
        .findFirst()
        .map(Step::at)
        .orElse(submittedAt);
  }

  /** The rules that it did not pass, by name; empty where it passed all. */
  public List<String> failedRules() {
    return history.stream()
        .filter(step -> step.action() == Step.Action.SENT_TO_REVIEW)
        .map(Step::reason)
        .filter(Objects::nonNull)
        .flatMap(names -> Stream.of(names.split(Step.BETWEEN_RULES)))
        .toList();
  }

  Application decided(ApplicationState decided, Step step) {
    return next(decided, null, step, List.of());
  }

  Application assignedTo(String union, Route newRoute) {
    return new Application(
        id,
        ordinal,
        state,
        details,
        union,
        newRoute,
        reviewed,
        dueAt,
        submittedAt,
        history,
        returnedFields);
  }

  Application corrected(Details corrected) {
    return new Application(
        id,
        ordinal,
        state,
        corrected,
        unionId,
        route,
        reviewed,
        dueAt,
        submittedAt,
        history,
        returnedFields);
  }

  Application next(
      ApplicationState nextState, @Nullable Instant due, Step step, List<String> fields) {
    List<Step> steps = new ArrayList<>(history);
    steps.add(step);
    return new Application(
        id,
        ordinal,
        nextState,
        details,
        unionId,
        route,
        reviewed || nextState == ApplicationState.IN_REVIEW,
        due,
        submittedAt,
        steps,
        fields);
  }

  long returns() {
    return history.stream().filter(step -> step.action() == Step.Action.RETURNED).count();
  }
}
