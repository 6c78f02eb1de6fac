package org.nuanxin.identity.token;

import java.time.Duration;

/**
 * What all our access tokens have in common.
 *
 * @param issuer claim {@code iss}
 * @param audience claim {@code aud}
 * @param federation claim {@code federation}
 * @param validity how long a token is good for; roles taken away still hold that long
 */
public record TokenPolicy(String issuer, String audience, String federation, Duration validity) {}
