package org.nuanxin.membership.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer asks to be corrected, and why.
 *
 * @param fields by name, each once
 * @param reason about all of it; null where the fields have reasons of their own
 * @param fieldReasons at most one for each of the fields; none where the reason is about all
 */
public record ToCorrect(
    List<String> fields, @Nullable String reason, List<FieldReason> fieldReasons) {

  /** Copies the lists. */
  public ToCorrect {
    if (reason == null && fieldReasons.isEmpty()) {
      throw new IllegalArgumentException("Nothing is given back without a reason");
    }
    fields = List.copyOf(fields);
    fieldReasons = List.copyOf(fieldReasons);
  }

  /** These fields for one reason. */
  public static ToCorrect of(List<String> fields, String reason) {
    return new ToCorrect(fields, reason, List.of());
  }

  /** The reason for those who know no field's own: they lose nothing by it. */
  String reasonIn(Language language) {
    return reason == null ? FieldReason.joined(fieldReasons, language) : reason;
  }
}
