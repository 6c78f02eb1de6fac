package org.nuanxin.events;

import java.time.Instant;

/**
 * A benefit was refused for good.
 *
 * @param reason the provider's or the rule's code
 */
public record GrantFailed(
    String federation,
    String memberId,
    String grantId,
    String programme,
    String period,
    String language,
    String reason,
    Instant failedAt)
    implements GrantEvent {}
