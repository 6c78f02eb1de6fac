package org.nuanxin.benefits.grant;

import java.time.Instant;

/**
 * Why and since when a grant is refused for good.
 *
 * @param code as the provider's refusal was understood, without personal data
 */
public record Failure(String code, Instant at) {}
