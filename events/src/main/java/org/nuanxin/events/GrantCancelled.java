package org.nuanxin.events;

import java.time.Instant;

/**
 * A benefit not yet used has ended.
 *
 * @param reason {@code MEMBER_LEFT}, or a code of staff
 */
public record GrantCancelled(
    String federation,
    String memberId,
    String grantId,
    String programme,
    String period,
    String language,
    String reason,
    Instant cancelledAt)
    implements GrantEvent {}
