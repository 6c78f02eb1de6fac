package org.nuanxin.membership.timeline.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.timeline.StepEvent;
import org.nuanxin.membership.timeline.TimelineItem;
import org.nuanxin.membership.timeline.TracedItem;

/**
 * A step as staff sees it.
 *
 * @param event that told of it; null where nothing has happened yet or it is not known
 */
record StaffTimelineItem(
    String id,
    String type,
    Instant at,
    String title,
    TimelineItem.Status status,
    @Nullable Instant expectedBy,
    @Nullable String reason,
    String source,
    @Nullable StepEvent event) {

  static StaffTimelineItem of(TracedItem traced) {
    TimelineItem item = traced.item();
    return new StaffTimelineItem(
        item.id(),
        item.type(),
        item.at(),
        item.title(),
        item.status(),
        item.expectedBy(),
        item.reason(),
        item.source(),
        traced.event());
  }
}
