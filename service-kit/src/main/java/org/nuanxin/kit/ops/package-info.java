/** What operators see of a service: pending outbox, consumer lag, dead letters. */
@NullMarked
package org.nuanxin.kit.ops;

import org.jspecify.annotations.NullMarked;
