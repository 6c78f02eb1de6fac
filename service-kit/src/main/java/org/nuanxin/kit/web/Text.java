package org.nuanxin.kit.web;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside, brought to one form: trimmed and NFC, measured in code points, so that a rare
 * Han character beyond the basic plane counts as one.
 */
public final class Text {

  private Text() {}

  /**
   * Checks one line of text, such as a name.
   *
   * <p>Refuses control characters, line breaks, unpaired surrogates, unassigned and private code
   * points and invisible format characters (which make two names look alike); keeps every letter of
   * every script, middle dots, spaces and punctuation.
   *
   * @param least fewest code points, at least 1 makes the field required
   * @param most most code points
   * @return the text in its one form; empty when something is wrong, which {@code violations} then
   *     holds, or when it is absent and {@code least} is 0
   */
  public static Optional<String> line(
      Violations violations, String field, @Nullable String value, int least, int most) {
    if (value == null || value.isBlank()) {
      if (least > 0) {
        violations.check(false, field, "REQUIRED", "is required");
      }
      return Optional.empty();
    }
    String text = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    int length = text.codePointCount(0, text.length());
    boolean fine =
        violations.check(
                length <= most, field, "TOO_LONG", "must have at most " + most + " characters")
            && violations.check(
                length >= least, field, "TOO_SHORT", "must have at least " + least + " characters")
            && violations.check(
                text.codePoints().allMatch(Text::isPrintable),
                field,
                "PATTERN",
                "must not contain control or invisible characters");
    return fine ? Optional.of(text) : Optional.empty();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
