package org.nuanxin.notification.template;

/**
 * A message as a person reads it.
 *
 * @param title one line
 * @param body plain text, no mark-up
 */
public record Rendered(String title, String body) {}
