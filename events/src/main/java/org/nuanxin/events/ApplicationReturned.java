package org.nuanxin.events;

import java.time.Instant;
import java.util.List;

/**
 * A reviewer gave an application back for correction.
 *
 * @param fields what is to be corrected, by field name
 * @param reason in the reviewer's words; where each field has a reason of its own, these after the
 *     field's name
 */
public record ApplicationReturned(
    String federation,
    String memberId,
    String applicationId,
    String language,
    List<String> fields,
    String reason,
    Instant returnedAt)
    implements MembershipEvent {}
