package org.nuanxin.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A benefit is the member's from now on.
 *
 * @param period what makes the grant unique besides member and programme: joining ordinal, year or
 *     {@code once}
 * @param reference what the member shows: policy number, entitlement number or film-ticket code
 * @param contents what it consists of, in the member's language
 * @param validFrom first instant of validity; null where it does not begin
 * @param validUntil end of validity, exclusive; null where it does not end
 */
public record GrantIssued(
    String federation,
    String memberId,
    String grantId,
    String programme,
    String period,
    String language,
    String reference,
    List<String> contents,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    Instant issuedAt)
    implements GrantEvent {}
