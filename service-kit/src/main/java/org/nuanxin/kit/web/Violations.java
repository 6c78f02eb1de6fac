package org.nuanxin.kit.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a request, so that a person sees all of it in one answer.
 *
 * <pre>{@code
 * Violations violations = new Violations();
 * violations.require("name", request.name());
 * violations.check(age >= 16, "idNumber", "AGE_AT_LEAST_16", "must be of someone aged 16 or more");
 * violations.throwIfAny();
 * }</pre>
 */
public final class Violations {

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes {@code REQUIRED} when the value is absent or blank; says whether it is there. */
  public boolean require(String field, @Nullable Object value) {
    boolean present = value != null && !(value instanceof String text && text.isBlank());
    return check(present, field, "REQUIRED", "is required");
  }

  /** Notes the error unless {@code ok}; gives {@code ok} back. */
  public boolean check(boolean ok, String field, String code, String message) {
    if (!ok) {
      errors.add(new FieldError(field, code, message));
    }
    return ok;
  }

  /** Notes an error found elsewhere. */
  public void add(FieldError error) {
    errors.add(error);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** Whether nothing is wrong so far with this field. */
  public boolean isFine(String field) {
    return errors.stream().noneMatch(error -> error.field().equals(field));
  }

  /** What is wrong so far. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** Ends the request with 400 {@code validation} when anything is wrong. */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }
}
