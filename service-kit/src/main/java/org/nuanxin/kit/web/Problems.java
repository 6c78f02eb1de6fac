package org.nuanxin.kit.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.mongo.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/**
 * Turns everything that ends a request early into a problem (RFC 9457), the one place that does.
 *
 * <p>What is not expected is logged with its stack trace and answered with 500 and no word of it.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final JsonProblems json;

  Problems(JsonProblems json) {
    this.json = json;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> problem(
      ProblemException problem, HttpServletRequest request) {
    return answer(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> unavailable(
      Unavailable unavailable, HttpServletRequest request) {
    String detail = unavailable.getMessage();
    return answer(unavailable(detail == null ? "Not possible at the moment." : detail), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> unreadable(
      HttpMessageNotReadableException failure,
      @Nullable HandlerMethod method,
      HttpServletRequest request) {
    if (failure.getCause() instanceof JacksonException cause) {
      return answer(json.of(cause, bodyType(method), bytes(request)), request);
    }
    return answer(
        new ProblemException(HttpStatus.BAD_REQUEST, "malformed-json", "A JSON body is needed."),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> missing(
      MissingServletRequestParameterException missing, HttpServletRequest request) {
    return answer(
        ProblemException.invalid(missing.getParameterName(), "REQUIRED", "is required"), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> missing(
      MissingRequestHeaderException missing, HttpServletRequest request) {
    return answer(
        ProblemException.invalid(missing.getHeaderName(), "REQUIRED", "is required"), request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> mistyped(
      TypeMismatchException mismatch, HttpServletRequest request) {
    String name =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : String.valueOf(mismatch.getPropertyName());
    return answer(
        ProblemException.invalid(name, "WRONG_TYPE", "cannot be read as what it should be"),
        request);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, @Nullable Object>> database(
      MongoException failure, HttpServletRequest request) {
    if (DatabaseOutage.is(failure)) {
      log.warn("The database does not answer: {}", failure.getClass().getSimpleName());
      return answer(unavailable("The database does not answer at the moment."), request);
    }
    return unexpected(failure, request);
  }

  /** Security's own exceptions belong to its filter, which answers them. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void refused(RuntimeException refusal) {
    throw refusal;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Map<String, @Nullable Object>> anythingElse(
      Exception failure, HttpServletRequest request) {
    if (failure instanceof AsyncRequestNotUsableException
        || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      // Nobody is left to answer.
      return null;
    }
    if (failure instanceof ErrorResponse known) {
      return answer(known, request);
    }
    return unexpected(failure, request);
  }

  static ProblemException unavailable(String detail) {
    return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail)
        .retryAfter(1);
  }

  static ProblemException internal() {
    return new ProblemException(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "Something went wrong on our side. The trace id finds it.");
  }

  private ResponseEntity<Map<String, @Nullable Object>> unexpected(
      Exception failure, HttpServletRequest request) {
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    return answer(internal(), request);
  }

  /** Spring's own: method not allowed, media types, no such path. */
  private static ResponseEntity<Map<String, @Nullable Object>> answer(
      ErrorResponse known, HttpServletRequest request) {
    HttpStatusCode status = known.getStatusCode();
    Map<String, @Nullable Object> body =
        ProblemBody.of(
            status,
            StatusCodes.code(status),
            StatusCodes.detail(status),
            request.getRequestURI(),
            List.of(),
            Map.of());
    return respond(status, known.getHeaders(), body);
  }

  private static ResponseEntity<Map<String, @Nullable Object>> answer(
      ProblemException problem, HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    problem.headers().forEach(headers::set);
    return respond(problem.status(), headers, ProblemBody.of(problem, request.getRequestURI()));
  }

  private static ResponseEntity<Map<String, @Nullable Object>> respond(
      HttpStatusCode status, HttpHeaders headers, Map<String, @Nullable Object> body) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  private static @Nullable Type bodyType(@Nullable HandlerMethod method) {
    if (method != null) {
      for (MethodParameter parameter : method.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
          return parameter.getGenericParameterType();
        }
      }
    }
    return null;
  }

  private static byte @Nullable [] bytes(HttpServletRequest request) {
    return request.getAttribute(BoundedBody.BYTES) instanceof byte[] bytes ? bytes : null;
  }
}
