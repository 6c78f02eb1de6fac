package org.nuanxin.identity.session;

import java.time.Instant;

/**
 * One sign-in on one device.
 *
 * @param id the part of its refresh tokens that stays
 * @param expiresAt when one has to sign in anew, however often it is renewed
 */
public record Session(String id, Holder holder, Instant expiresAt) {}
