package org.nuanxin.kit.web;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says which field of a JSON body could not be read, and why, without repeating what was in it.
 *
 * <p>Reading stops at the first mistake; here, off the fast path, the object's fields are read once
 * more one by one, so that the answer names every field that is wrong.
 */
final class JsonProblems {

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.*?)\"");

  private final JsonMapper mapper;

  JsonProblems(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The problem for a body that could not be read.
   *
   * @param target what the body should have been; null when it is not known
   * @param body the bytes; null when they are not at hand
   */
  ProblemException of(JacksonException failure, @Nullable Type target, byte @Nullable [] body) {
    return switch (failure) {
      case StreamConstraintsException bound -> outOfBounds(bound);
      case DatabindException first when first.getCause() instanceof StreamConstraintsException b ->
          outOfBounds(b);
      case DatabindException first -> mismatch(first, target, body);
      case InputCoercionException first -> mismatch(first, target, body);
      default -> malformed(failure);
    };
  }

  private ProblemException mismatch(
      JacksonException first, @Nullable Type target, byte @Nullable [] body) {
    List<FieldError> errors = new ArrayList<>();
    if (target instanceof Class<?> type && type.isRecord() && body != null) {
      errors.addAll(new RecordReading(mapper, this::fieldError).errors(type, body));
    }
    if (errors.isEmpty() && first.getPath().isEmpty()) {
      return new ProblemException(
          HttpStatus.BAD_REQUEST, "malformed-json", "The body must be one JSON object.");
    }
    if (errors.isEmpty()) {
      errors.add(fieldError(first, ""));
    }
    return ProblemException.invalid(errors);
  }

  private static ProblemException outOfBounds(StreamConstraintsException failure) {
    String message = failure.getOriginalMessage();
    if (message.contains("nesting depth")) {
      return new ProblemException(
          HttpStatus.BAD_REQUEST, "too-deep", "The JSON is nested too deeply.");
    }
    String path = path(failure, "");
    if (path.isEmpty()) {
      return new ProblemException(
          HttpStatus.BAD_REQUEST, "malformed-json", "A name, text or number in it is too long.");
    }
    return ProblemException.invalid(path, "TOO_LONG", "is far too long");
  }

  private static ProblemException malformed(JacksonException failure) {
    Matcher duplicate = DUPLICATE.matcher(failure.getOriginalMessage());
    if (duplicate.find()) {
      return ProblemException.invalid(duplicate.group(1), "DUPLICATE_FIELD", "is given twice");
    }
    var location = failure.getLocation();
    String where =
        location == null || location.getLineNr() < 1
            ? "."
            : " at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "malformed-json", "The body is not JSON" + where);
  }

  FieldError fieldError(JacksonException failure, String prefix) {
    String path = path(failure, prefix);
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          new FieldError(path, "UNKNOWN_FIELD", "is not a field of this request");
      case InvalidFormatException format
          when format.getTargetType() != null && format.getTargetType().isEnum() ->
          new FieldError(
              path,
              "NOT_ALLOWED",
              "must be one of "
                  + Arrays.stream(format.getTargetType().getEnumConstants())
                      .map(Object::toString)
                      .collect(Collectors.joining(", ")));
      case InputCoercionException number ->
          new FieldError(path, "OUT_OF_RANGE", "is not a number that fits");
      case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
          new FieldError(path, "WRONG_TYPE", "must be " + inWords(mismatch.getTargetType()));
      default -> new FieldError(path, "PATTERN", "cannot be read");
    };
  }

  private static String inWords(Class<?> type) {
    if (type == String.class || type.isEnum()) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    if (type.getName().startsWith("java.time.")) {
      return "a date or time as in RFC 3339";
    }
    return "an object";
  }

  /** {@code a.b[2].c}. */
  static String path(JacksonException failure, String prefix) {
    StringBuilder path = new StringBuilder(prefix);
    for (JacksonException.Reference step : failure.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
