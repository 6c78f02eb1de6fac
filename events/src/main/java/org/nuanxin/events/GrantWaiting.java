package org.nuanxin.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A benefit is due but cannot be issued yet.
 *
 * @param reason {@code OUT_OF_STOCK} or {@code PROVIDER_UNAVAILABLE}
 * @param expectedBy when it should be issued at the latest; null where nobody can say
 */
public record GrantWaiting(
    String federation,
    String memberId,
    String grantId,
    String programme,
    String period,
    String language,
    String reason,
    @Nullable Instant expectedBy,
    Instant waitingSince)
    implements GrantEvent {}
