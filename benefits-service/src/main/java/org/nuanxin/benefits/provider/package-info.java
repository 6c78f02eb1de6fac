/** Insurer and clinic over HTTP, each behind its circuit breaker. */
@NullMarked
package org.nuanxin.benefits.provider;

import org.jspecify.annotations.NullMarked;
