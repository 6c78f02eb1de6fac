/** What an event caused: batches consumed idempotently, the input topic being the outbox. */
@NullMarked
package org.nuanxin.kit.consume;

import org.jspecify.annotations.NullMarked;
