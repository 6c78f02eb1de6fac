package org.nuanxin.membership.timeline;

import org.jspecify.annotations.Nullable;

/**
 * A step with the event behind it.
 *
 * @param event null where nothing has happened yet, or it is not known which event told of it
 */
public record TracedItem(TimelineItem item, @Nullable StepEvent event) {}
