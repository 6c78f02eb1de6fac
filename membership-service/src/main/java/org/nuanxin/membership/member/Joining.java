package org.nuanxin.membership.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a person joined.
 *
 * @param ordinal 1 for the first time
 * @param applicationId the application that led to it
 * @param leftAt when it ended; null while it lasts
 */
public record Joining(
    int ordinal, String applicationId, Instant joinedAt, @Nullable Instant leftAt) {}
