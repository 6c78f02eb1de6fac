package org.nuanxin.events;

import java.time.Instant;

/**
 * A person became a member: what opens the welcome package.
 *
 * @param membershipNumber the number on the membership card
 * @param joiningOrdinal 1 for the first joining, 2 for the next after leaving; part of the period
 *     of a grant
 * @param phoneIndex keyed blind index of the phone: who may see this member's data
 * @param language language of messages to the member: {@code zh-CN} or {@code en}
 */
public record MemberJoined(
    String federation,
    String memberId,
    String applicationId,
    String membershipNumber,
    int joiningOrdinal,
    String phoneIndex,
    String language,
    String occupation,
    String communityCode,
    String unionId,
    String unionName,
    Instant joinedAt)
    implements MembershipEvent {}
