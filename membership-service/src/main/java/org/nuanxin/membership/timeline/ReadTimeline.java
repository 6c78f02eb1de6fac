package org.nuanxin.membership.timeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;

/** A person's timeline as of now: membership's own steps, others' reports, and what is expected. */
public final class ReadTimeline {

  private final RecordedSteps recorded;
  private final WelcomePackage welcome;
  private final Clock clock;

  /** Reads these steps. */
  public ReadTimeline(RecordedSteps recorded, WelcomePackage welcome, Clock clock) {
    this.recorded = recorded;
    this.welcome = welcome;
    this.clock = clock;
  }

  /**
   * The whole bounded list in this language, oldest first. What is awaited stands where the wait
   * began, after what happened at that instant. A reviewer's words are as they were written.
   */
  public List<TimelineItem> of(Member member, Language language) {
    return traced(member, language).stream().map(TracedItem::item).toList();
  }

  /** The same in the person's language with the events behind the steps. */
  public List<TracedItem> traced(Member member) {
    return traced(member, member.language());
  }

  private List<TracedItem> traced(Member member, Language language) {
    Instant now = clock.instant();
    List<TracedItem> items = new ArrayList<>(MembershipSteps.of(member, language, now));
    items.addAll(GrantSteps.of(member, language, recorded.of(member.id()), welcome, now));
    // A stable sort: steps of the same instant stay in the order in which they follow each other.
    items.sort(
        Comparator.comparing((TracedItem traced) -> traced.item().at())
            .thenComparing(traced -> isAwaited(traced.item())));
    return items;
  }

  private static boolean isAwaited(TimelineItem item) {
    return item.status() == TimelineItem.Status.EXPECTED
        || item.status() == TimelineItem.Status.LATE;
  }
}
