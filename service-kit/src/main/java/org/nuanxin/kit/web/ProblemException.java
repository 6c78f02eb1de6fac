package org.nuanxin.kit.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Ends a request with a problem (RFC 9457) whose {@code type} is {@code
 * https://nuanxin.org/problems/<code>}.
 *
 * <p>Everything in it is shown to the caller, so it holds no personal data of others.
 */
public class ProblemException extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final String detail;
  private final List<FieldError> errors = new ArrayList<>();
  private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  /**
   * A problem without fields.
   *
   * @param code stable, lower case with hyphens, for instance {@code already-decided}
   * @param detail one sentence for people
   */
  public ProblemException(HttpStatus status, String code, String detail) {
    super(status.value() + " " + code + ": " + detail);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  /** 404 in the same words for what does not exist and what is another's. */
  public static ProblemException notFound() {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such thing here.");
  }

  /** 409 with this code. */
  public static ProblemException conflict(String code, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, code, detail);
  }

  /** 403: the caller is known and may not do this. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", detail);
  }

  /** 400 {@code validation} about these fields. */
  public static ProblemException invalid(List<FieldError> errors) {
    ProblemException problem =
        new ProblemException(
            HttpStatus.BAD_REQUEST,
            "validation",
            errors.size() == 1
                ? "One field is not right."
                : errors.size() + " fields are not right.");
    problem.errors.addAll(errors);
    return problem;
  }

  /** 400 {@code validation} about one field. */
  public static ProblemException invalid(String field, String code, String message) {
    return invalid(List.of(new FieldError(field, code, message)));
  }

  /** Adds an entry to {@code errors}. */
  public ProblemException field(String name, String code, String message) {
    errors.add(new FieldError(name, code, message));
    return this;
  }

  /** Adds a member of the service's own to the problem, for instance {@code applicationId}. */
  public ProblemException with(String key, @Nullable Object value) {
    properties.put(key, value);
    return this;
  }

  /** Adds a response header. */
  public ProblemException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Says when to try again, in seconds. */
  public ProblemException retryAfter(long seconds) {
    return header("Retry-After", Long.toString(seconds));
  }

  /** HTTP status of the answer. */
  public HttpStatus status() {
    return status;
  }

  /** Last part of the problem's type. */
  public String code() {
    return code;
  }

  /** The sentence for people. */
  public String detail() {
    return detail;
  }

  /** What is wrong with which field; empty when no single field is. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /** Members beyond the standard ones. */
  Map<String, @Nullable Object> properties() {
    return properties;
  }

  /** Headers of the answer. */
  Map<String, String> headers() {
    return headers;
  }
}
