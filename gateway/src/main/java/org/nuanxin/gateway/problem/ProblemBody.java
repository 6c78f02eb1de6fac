package org.nuanxin.gateway.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The members of a problem in the order in which people read them, as the services say them. */
final class ProblemBody {

  private static final String TYPE_PREFIX = "https://nuanxin.org/problems/";

  private ProblemBody() {}

  static Map<String, Object> of(
      HttpStatus status,
      String code,
      String detail,
      @Nullable String instance,
      @Nullable String traceId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPE_PREFIX + code);
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("code", code);
    body.put("detail", detail);
    if (instance != null) {
      body.put("instance", instance);
    }
    if (traceId != null) {
      body.put("traceId", traceId);
    }
    return body;
  }
}
