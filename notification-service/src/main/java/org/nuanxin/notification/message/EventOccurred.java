package org.nuanxin.notification.message;

import java.time.Instant;
import org.nuanxin.events.DomainEvent;

/**
 * An event with what its envelope says.
 *
 * @param id unique per source
 * @param sequence version of its source after it
 * @param at when it happened
 */
public record EventOccurred(String id, long sequence, Instant at, DomainEvent event) {}
