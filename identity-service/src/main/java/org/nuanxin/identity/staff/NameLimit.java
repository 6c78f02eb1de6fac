package org.nuanxin.identity.staff;

import java.time.Duration;

/**
 * How many wrong passwords a name takes from all addresses together.
 *
 * @param failures within one window; many times what an honest person needs, so that it takes many
 *     addresses to get there
 * @param window from the first of them on
 * @param known how long an address is remembered from which the name signed in
 */
public record NameLimit(int failures, Duration window, Duration known) {}
