package org.nuanxin.gateway.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nuanxin.gateway.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What there is without the front ends. */
final class Landing {

  private static final String NOT_BUILT =
      "The front ends are not in this build: build again where Node.js is installed to have them.";

  private Landing() {}

  /** Where to go from here. */
  static Mono<ServerResponse> answer() {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("name", "Nuanxin");
    body.put("frontEnds", NOT_BUILT);
    body.put("api", "/api/v1");
    body.put("openapi", "/openapi");
    body.put("documentation", "/openapi/ui");
    body.put("issuer", "/.well-known/openid-configuration");
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(body);
  }

  static ProblemException notBuilt() {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", NOT_BUILT);
  }
}
