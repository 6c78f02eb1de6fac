package org.nuanxin.notification.message;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

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

  private static final Set<String> NUMBERED = Set.of("ACCIDENT_INSURANCE", "HEALTH_CHECK");
  private static final int SHOWN = 2;

  /** With fewer characters hidden, the shown ones would be much of a code. */
  private static final int LEAST_HIDDEN = 4;

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

  /** Whether it greets a member who has been one before. */
  public boolean isOfComingBack() {
    return values.containsKey(Param.JOINING);
  }

  /**
   * As others than the person may read it. A reference that is no number in an insurer's or a
   * clinic's books may be a code that whoever knows it can use, as a film ticket's: of that they
   * see enough to recognise it and no more.
   */
  public Message withoutCodes() {
    String reference = values.get(Param.REFERENCE);
    if (reference == null || NUMBERED.contains(values.getOrDefault(Param.PROGRAMME, ""))) {
      return this;
    }
    Map<Param, String> shown = new EnumMap<>(values);
    shown.put(Param.REFERENCE, masked(reference));
    return new Message(id, federation, memberId, at, kind, language, shown, sms, read);
  }

  private static String masked(String code) {
    int hidden = code.length() - SHOWN;
    return hidden < LEAST_HIDDEN
        ? "*".repeat(code.length())
        : "*".repeat(hidden) + code.substring(hidden);
  }
}
