package org.nuanxin.identity.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phone number is a person's from now on, who may be another than whoever had it before; and the
 * one they had until now is theirs no longer.
 *
 * @param phoneIndex the number's blind index
 * @param formerPhoneIndex that of the number they left; null where there is none, or it was not
 *     told
 * @param at since when
 */
public record PhoneChange(
    String federation, String phoneIndex, @Nullable String formerPhoneIndex, Instant at) {}
