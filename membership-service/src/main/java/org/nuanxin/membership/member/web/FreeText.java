package org.nuanxin.membership.member.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Text;
import org.nuanxin.kit.web.Violations;

/** A line in somebody's own words, such as an employer's name: no markup, no templates. */
final class FreeText {

  private static final Pattern FORM =
      Pattern.compile("[^${}<>\\\\`|]*[\\p{L}\\p{N}][^${}<>\\\\`|]*");

  private FreeText() {}

  /** The line in its one form; empty when something is wrong, which {@code violations} holds. */
  static String of(String field, @Nullable String value, int most, Violations violations) {
    String text = Text.line(violations, field, value, 1, most).orElse("");
    if (violations.isFine(field)) {
      violations.check(
          FORM.matcher(text).matches(),
          field,
          "PATTERN",
          "must hold a letter or digit, and none of $ { } < > \\ ` |");
    }
    return text;
  }
}
