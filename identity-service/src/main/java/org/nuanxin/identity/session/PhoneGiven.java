package org.nuanxin.identity.session;

import java.time.Instant;

/**
 * A phone number is a person's from now on, who may be another than whoever had it before.
 *
 * @param phoneIndex the number's blind index
 * @param at since when
 */
public record PhoneGiven(String federation, String phoneIndex, Instant at) {}
