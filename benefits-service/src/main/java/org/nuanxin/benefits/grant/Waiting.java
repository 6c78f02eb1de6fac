package org.nuanxin.benefits.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why and since when a grant waits.
 *
 * @param expectedBy when it should be issued at the latest; null where nobody can say
 */
public record Waiting(WaitingReason reason, Instant since, @Nullable Instant expectedBy) {}
