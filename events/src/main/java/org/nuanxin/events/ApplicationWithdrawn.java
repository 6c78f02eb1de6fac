package org.nuanxin.events;

import java.time.Instant;

/** The applicant took the application back before it was decided. */
public record ApplicationWithdrawn(
    String federation, String memberId, String applicationId, String language, Instant withdrawnAt)
    implements MembershipEvent {}
