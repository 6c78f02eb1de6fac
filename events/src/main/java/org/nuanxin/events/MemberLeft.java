package org.nuanxin.events;

import java.time.Instant;

/**
 * A member left the union; what is unused of that joining ends.
 *
 * @param joiningOrdinal the joining that ended: a grant of a later joining is not touched
 */
public record MemberLeft(
    String federation,
    String memberId,
    int joiningOrdinal,
    String phoneIndex,
    String language,
    Instant leftAt)
    implements MembershipEvent {}
