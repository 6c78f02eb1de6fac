package org.nuanxin.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person has another phone: from now on its blind index finds the member.
 *
 * @param formerPhoneIndex blind index of the number that is not the person's any more; null where
 *     there was none, where the same number was only indexed under another key, and in events from
 *     before it was told
 */
public record MemberPhoneChanged(
    String federation,
    String memberId,
    String phoneIndex,
    @Nullable String formerPhoneIndex,
    Instant changedAt)
    implements MembershipEvent {}
