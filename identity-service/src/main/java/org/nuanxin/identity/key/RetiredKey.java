package org.nuanxin.identity.key;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/**
 * A key that signs no more but still verifies.
 *
 * @param publishedUntil when the last token it signed has expired, with a margin
 */
public record RetiredKey(String id, RSAPublicKey publicKey, Instant publishedUntil) {}
