package org.nuanxin.identity.session;

import java.time.Duration;

/**
 * What a person gets for signing in or renewing.
 *
 * @param person who it is, as of now
 * @param refreshToken renews the session next time
 * @param remaining how long the session can still be renewed
 */
public record Opened(Person person, RefreshToken refreshToken, Duration remaining) {}
