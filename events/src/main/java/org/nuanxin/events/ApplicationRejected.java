package org.nuanxin.events;

import java.time.Instant;

/**
 * A reviewer refused an application.
 *
 * @param reason in the reviewer's words; where a code says why, what it means before them
 */
public record ApplicationRejected(
    String federation,
    String memberId,
    String applicationId,
    String language,
    String reason,
    Instant rejectedAt)
    implements MembershipEvent {}
