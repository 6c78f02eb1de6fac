package org.nuanxin.events;

import java.time.Instant;

/**
 * A reviewer refused an application.
 *
 * @param reason in the reviewer's words
 */
public record ApplicationRejected(
    String federation,
    String memberId,
    String applicationId,
    String language,
    String reason,
    Instant rejectedAt)
    implements MembershipEvent {}
