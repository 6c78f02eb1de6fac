package org.nuanxin.benefits.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.MemberJoined;

/**
 * A joining as it was told.
 *
 * @param sequence the person's version
 * @param at when the event was stored
 */
public record Joining(
    MemberJoined joined, long sequence, Instant at, @Nullable String traceparent) {}
