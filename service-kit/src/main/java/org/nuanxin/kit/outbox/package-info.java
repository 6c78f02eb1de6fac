/**
 * What a caller caused: events stored inside the document that caused them, sent by a relay,
 * re-sent by a sweeper.
 */
@NullMarked
package org.nuanxin.kit.outbox;

import org.jspecify.annotations.NullMarked;
