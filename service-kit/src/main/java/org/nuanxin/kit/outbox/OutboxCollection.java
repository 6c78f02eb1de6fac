package org.nuanxin.kit.outbox;

/**
 * Names a collection whose documents carry an outbox, so that operators see what is pending. A bean
 * of this type for each.
 *
 * @param collection the collection's name
 */
public record OutboxCollection(String collection) {}
