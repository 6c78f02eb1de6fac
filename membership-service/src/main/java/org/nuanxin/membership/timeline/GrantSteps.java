package org.nuanxin.membership.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.member.Joining;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MembershipState;

/** What other services reported, one item for each step, and what is still expected of them. */
final class GrantSteps {

  private static final String BENEFITS = "benefits-service";
  private static final String STATIONS = "stations-service";

  private final Instant now;
  private final String language;
  private final List<TracedItem> items = new ArrayList<>();

  private GrantSteps(Language language, Instant now) {
    this.now = now;
    this.language = language.tag();
  }

  static List<TracedItem> of(
      Member member,
      Language language,
      List<RecordedStep> recorded,
      WelcomePackage welcome,
      Instant now) {
    GrantSteps steps = new GrantSteps(language, now);
    Map<String, Map<RecordedStep.Kind, RecordedStep>> byStep = new LinkedHashMap<>();
    for (RecordedStep each : recorded) {
      byStep.computeIfAbsent(each.step(), step -> new TreeMap<>()).put(each.kind(), each);
    }
    byStep.values().forEach(steps::step);
    member
        .joined()
        .filter(membership -> membership.state() == MembershipState.ACTIVE)
        .ifPresent(
            membership -> steps.expected(member.id(), membership.joining(), recorded, welcome));
    return steps.items;
  }

  /** The heaviest report counts; a benefit that ended after it was issued shows both. */
  private void step(Map<RecordedStep.Kind, RecordedStep> reports) {
    RecordedStep issued = reports.get(RecordedStep.Kind.GRANT_ISSUED);
    RecordedStep cancelled = reports.get(RecordedStep.Kind.GRANT_CANCELLED);
    if (issued != null && cancelled != null) {
      report(issued, issued.step());
      report(cancelled, cancelled.step() + ":cancelled");
    } else {
      reports.values().stream()
          .max(Comparator.comparing(RecordedStep::kind))
          .ifPresent(heaviest -> report(heaviest, heaviest.step()));
    }
  }

  private void report(RecordedStep step, String id) {
    switch (step.kind()) {
      case GRANT_WAITING ->
          awaited(
              id,
              "grant.waiting",
              step.what(),
              step.at(),
              step.expectedBy(),
              step.reason(),
              step.event());
      case GRANT_FAILED -> add(step, id, "grant.failed", TimelineItem.Status.FAILED, BENEFITS);
      case GRANT_ISSUED -> add(step, id, "grant.issued", TimelineItem.Status.DONE, BENEFITS);
      case GRANT_CANCELLED -> add(step, id, "grant.cancelled", TimelineItem.Status.DONE, BENEFITS);
      case VISIT -> add(step, id, "station.visit", TimelineItem.Status.DONE, STATIONS);
    }
  }

  private void add(
      RecordedStep step, String id, String type, TimelineItem.Status status, String source) {
    String reason = step.reason();
    items.add(
        new TracedItem(
            new TimelineItem(
                id,
                type,
                step.at(),
                Wording.grant(step.kind(), step.what()).in(language),
                status,
                null,
                reason == null ? null : Wording.reason(reason).in(language),
                source),
            step.event()));
  }

  private void expected(
      String memberId, Joining joining, List<RecordedStep> recorded, WelcomePackage welcome) {
    for (WelcomePackage.Expected each : welcome.of(memberId, joining)) {
      boolean reported =
          recorded.stream()
              .anyMatch(step ->
                  step.step().equals(each.grantId())
                      || (step.what().equals(each.programme())
                          && !step.at().isBefore(joining.joinedAt())));
      if (!reported) {
        awaited(
            each.grantId(),
            "grant.expected",
            each.programme(),
            joining.joinedAt(),
            each.by(),
            null,
            null);
      }
    }
  }

  private void awaited(
      String id,
      String type,
      String programme,
      Instant since,
      @Nullable Instant by,
      @Nullable String reason,
      @Nullable StepEvent event) {
    boolean late = by != null && now.isAfter(by);
    String words = reason == null ? null : Wording.reason(reason).in(language);
    if (late && words == null) {
      words = Wording.LATE.in(language);
    }
    items.add(
        new TracedItem(
            new TimelineItem(
                id,
                type,
                since,
                Wording.expected(programme).in(language),
                late ? TimelineItem.Status.LATE : TimelineItem.Status.EXPECTED,
                by,
                words,
                BENEFITS),
            event));
  }
}
