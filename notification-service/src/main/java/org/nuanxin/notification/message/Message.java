package org.nuanxin.notification.message;

import java.time.Instant;
import java.util.Map;

/**
 * One message to one person about one event.
 *
 * @param memberId whose inbox it is in; phone and name are not known here
 * @param at when the event happened
 * @param language of the person when it happened
 * @param values what the text is filled with
 * @param sms whether it also goes out by SMS, and how far that is
 * @param read whether the person has marked it as read
 */
public record Message(
    MessageId id,
    String federation,
    String memberId,
    Instant at,
    Kind kind,
    Language language,
    Map<Param, String> values,
    Sms sms,
    boolean read) {

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException when a value that this kind always has is missing, or it has
   *     one of another kind
   */
  public Message {
    values = Map.copyOf(values);
    if (!values.keySet().containsAll(kind.required())) {
      throw new IllegalArgumentException(kind + " lacks one of " + kind.required());
    }
    for (Param param : values.keySet()) {
      if (!kind.required().contains(param) && !kind.optional().contains(param)) {
        throw new IllegalArgumentException(kind + " has no " + param);
      }
    }
  }
}
