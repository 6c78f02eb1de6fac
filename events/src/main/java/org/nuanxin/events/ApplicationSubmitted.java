package org.nuanxin.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody applied. An application that the rules approve at once is followed by {@link
 * MemberJoined} in the same write; else {@code inReview} is true.
 *
 * @param phoneIndex keyed blind index of the phone: who may see this person's data
 * @param language language of messages to the person: {@code zh-CN} or {@code en}
 * @param route why this union: {@code KEY_ENTERPRISE}, {@code INDUSTRY} or {@code COMMUNITY}
 * @param dueAt when a reviewer decides at the latest; null where decided at once or not known
 */
public record ApplicationSubmitted(
    String federation,
    String memberId,
    String applicationId,
    String phoneIndex,
    String language,
    String occupation,
    String communityCode,
    String unionId,
    String unionName,
    String route,
    boolean inReview,
    @Nullable Instant dueAt,
    Instant submittedAt)
    implements MembershipEvent {}
