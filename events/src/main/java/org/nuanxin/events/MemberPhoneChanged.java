package org.nuanxin.events;

import java.time.Instant;

/** A person has another phone: from now on its blind index finds the member. */
public record MemberPhoneChanged(
    String federation, String memberId, String phoneIndex, Instant changedAt)
    implements MembershipEvent {}
