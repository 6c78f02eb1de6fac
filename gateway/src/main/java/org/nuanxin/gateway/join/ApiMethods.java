package org.nuanxin.gateway.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Which methods a path takes, as the services describe it. */
public final class ApiMethods {

  private static final List<HttpMethod> ORDER =
      List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final ApiJoin api;

  ApiMethods(ApiJoin api) {
    this.api = api;
  }

  /** Of this path; empty where no service that answers describes it. */
  public Mono<List<HttpMethod>> of(String path) {
    PathContainer asked = PathContainer.parsePath(path);
    return api.document()
        .flatMap(document ->
            Mono.justOrEmpty(
                document.path("paths").properties().stream()
                    .map(each -> Map.entry(pattern(each.getKey()), each.getValue()))
                    .filter(each -> each.getKey().matches(asked))
                    .min(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .map(each -> methods(each.getValue()))));
  }

  private static PathPattern pattern(String template) {
    return PathPatternParser.defaultInstance.parse(template);
  }

  private static List<HttpMethod> methods(JsonNode operations) {
    List<HttpMethod> methods = new ArrayList<>();
    for (HttpMethod method : ORDER) {
      if (operations.has(method.name().toLowerCase(Locale.ROOT))) {
        methods.add(method);
        if (method == HttpMethod.GET) {
          methods.add(HttpMethod.HEAD);
        }
      }
    }
    return methods;
  }
}
