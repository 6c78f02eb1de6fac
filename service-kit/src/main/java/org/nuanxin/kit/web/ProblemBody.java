package org.nuanxin.kit.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.observe.Traceparent;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The members of a problem in the order in which people read them. */
final class ProblemBody {

  static final String TYPE_PREFIX = "https://nuanxin.org/problems/";

  private ProblemBody() {}

  static Map<String, @Nullable Object> of(ProblemException problem, String instance) {
    return of(
        problem.status(),
        problem.code(),
        problem.detail(),
        instance,
        problem.errors(),
        problem.properties());
  }

  static Map<String, @Nullable Object> of(
      HttpStatusCode status,
      String code,
      String detail,
      String instance,
      List<FieldError> errors,
      Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("type", TYPE_PREFIX + code);
    body.put("title", title(status));
    body.put("status", status.value());
    body.put("code", code);
    body.put("detail", detail);
    body.put("instance", instance);
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    Traceparent.traceId().ifPresent(id -> body.put("traceId", id));
    properties.forEach(body::putIfAbsent);
    return body;
  }

  private static String title(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "Status " + status.value() : known.getReasonPhrase();
  }
}
