package org.nuanxin.gateway.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuanxin.gateway.join.ApiMethods;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.rule.Audience;
import org.nuanxin.gateway.rule.Rule;
import org.nuanxin.gateway.rule.Services;
import org.nuanxin.gateway.visit.Visit;
import org.nuanxin.gateway.visit.Visits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/**
 * Which methods a path takes, told to whoever asks by one that no path takes. The table knows who
 * may read and write, the services' own description knows by which methods.
 */
final class AllowedMethods {

  static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final List<HttpMethod> WRITING =
      List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private static final Set<HttpMethod> TAKEN_SOMEWHERE =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final ApiMethods described;

  AllowedMethods(ApiMethods described) {
    this.described = described;
  }

  /** Whether any path takes this method. */
  static boolean areTaken(HttpMethod method) {
    return TAKEN_SOMEWHERE.contains(method);
  }

  /** An error with a 405 problem that names them, or with the problem that nothing is there. */
  <T> Mono<T> refuse(Visit visit) {
    Rule rule = visit.rule();
    if (rule == null) {
      return Mono.error(Visits.nothingAt(visit));
    }
    List<HttpMethod> possible = possible(rule);
    if (!Services.BEHIND.contains(rule.service())) {
      return Mono.error(refusal(possible));
    }
    return described
        .of(visit.path())
        .defaultIfEmpty(possible)
        .flatMap(methods -> Mono.error(refusal(methods)));
  }

  /** The 405 of a path that takes these. */
  static ProblemException refusal(List<HttpMethod> methods) {
    return ProblemException.with(
        HttpStatus.METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "This path knows other methods.",
        Map.of(
            HttpHeaders.ALLOW, String.join(", ", methods.stream().map(HttpMethod::name).toList())));
  }

  private static List<HttpMethod> possible(Rule rule) {
    List<HttpMethod> methods = new ArrayList<>();
    if (rule.reading() != Audience.NOBODY) {
      methods.addAll(READING);
    }
    if (rule.writing() != Audience.NOBODY) {
      methods.addAll(WRITING);
    }
    return methods;
  }
}
