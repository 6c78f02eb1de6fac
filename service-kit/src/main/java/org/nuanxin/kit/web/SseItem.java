package org.nuanxin.kit.web;

/**
 * One thing told over a live stream.
 *
 * @param id what the client may send back as {@code Last-Event-ID}, and by which it replaces an
 *     item that it already has
 * @param event the kind of item, for the client's listeners
 * @param data written as JSON
 */
public record SseItem(String id, String event, Object data) {}
