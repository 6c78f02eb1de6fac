package org.nuanxin.identity.key;

import java.time.Duration;

/**
 * How the signing keys change.
 *
 * @param period how long a key signs
 * @param overlap how long a retired key stays published, longer than any token lives
 * @param reload how old an instance's own copy of the ring may be
 */
public record KeyPolicy(Duration period, Duration overlap, Duration reload) {}
