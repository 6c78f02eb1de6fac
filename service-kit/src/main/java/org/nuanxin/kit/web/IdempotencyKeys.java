package org.nuanxin.kit.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key}: chosen by the caller, one per intent. */
public final class IdempotencyKeys {

  /** Name of the header. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private IdempotencyKeys() {}

  /**
   * The key.
   *
   * @param key the header's value, null when absent
   * @throws ProblemException 400 when it is missing or not 1 to 200 visible ASCII characters
   */
  public static String require(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw ProblemException.invalid(HEADER, "REQUIRED", "is required, one per intent");
    }
    if (!FORM.matcher(key).matches()) {
      throw ProblemException.invalid(
          HEADER, "PATTERN", "must be 1 to 200 visible ASCII characters");
    }
    return key;
  }
}
