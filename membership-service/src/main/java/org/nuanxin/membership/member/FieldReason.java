package org.nuanxin.membership.member;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nuanxin.membership.union.Words;

/**
 * Why one field is to be corrected.
 *
 * @param field its name, one of {@link ReturnableField}
 * @param reason in the reviewer's words
 */
public record FieldReason(String field, String reason) {

  /** Between one reason and the next. */
  static final Words NEXT = new Words("；", "; ");

  private static final Words IS = new Words("：", ": ");

  /** One text of all, every field named before its own reason. */
  static String joined(List<FieldReason> all, Language language) {
    return all.stream()
        .map(each -> each.in(language))
        .collect(Collectors.joining(NEXT.in(language.tag())));
  }

  /** Whether a text names the field with its reason, in whichever language. */
  boolean isIn(String text) {
    return Arrays.stream(Language.values()).anyMatch(each -> text.contains(in(each)));
  }

  private String in(Language language) {
    return ReturnableField.label(field, language) + IS.in(language.tag()) + reason;
  }
}
