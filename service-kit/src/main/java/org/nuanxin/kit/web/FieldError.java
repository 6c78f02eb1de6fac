package org.nuanxin.kit.web;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, for instance {@code employer.name} or {@code platforms[2]}
 * @param code stable and upper case, for programs: {@code REQUIRED}, {@code UNKNOWN_FIELD}, {@code
 *     DUPLICATE_FIELD}, {@code WRONG_TYPE}, {@code NOT_ALLOWED}, {@code TOO_LONG}, {@code
 *     TOO_SHORT}, {@code PATTERN}, or one of the service's own
 * @param message for people; never repeats the value that was sent
 */
public record FieldError(String field, String code, String message) {}
