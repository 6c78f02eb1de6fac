package org.nuanxin.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The applicant corrected a returned application; it is in review again. */
public record ApplicationResubmitted(
    String federation,
    String memberId,
    String applicationId,
    String language,
    @Nullable Instant dueAt,
    Instant resubmittedAt)
    implements MembershipEvent {}
