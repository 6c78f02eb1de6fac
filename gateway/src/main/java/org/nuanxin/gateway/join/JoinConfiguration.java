package org.nuanxin.gateway.join;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.nuanxin.gateway.instance.Instances;
import org.nuanxin.gateway.page.PageHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway answers itself. Methods and roles are settled before a call comes here, by the
 * table.
 */
@Configuration(proxyBeanMethods = false)
class JoinConfiguration {

  @Bean
  ServiceQuestions serviceQuestions(HttpClient client, JsonMapper mapper, Instances instances) {
    return new ServiceQuestions(client, mapper, instances);
  }

  @Bean
  ApiJoin apiJoin(ServiceQuestions services, JsonMapper mapper) {
    return new ApiJoin(services, mapper);
  }

  @Bean
  ApiMethods apiMethods(ApiJoin join) {
    return new ApiMethods(join);
  }

  @Bean
  RouterFunction<ServerResponse> joined(
      ServiceQuestions services,
      ApiJoin join,
      Instances instances,
      PageHeaders pageHeaders,
      MeterRegistry registry,
      Clock clock) {
    ApiHandler api = new ApiHandler(join, pageHeaders);
    return route(path("/api/v1/ops/status"), new StatusJoin(services, instances)::answer)
        .andRoute(
            path("/api/v1/ops/flow"),
            new FlowJoin(services, instances, new DoorFigures(registry), clock)::answer)
        .andRoute(path("/api/v1/ops/dead-letters"), new DeadLetterJoin(services)::answer)
        .andRoute(path("/openapi"), api::document)
        .andRoute(path("/openapi/ui"), api::page)
        .andRoute(path("/openapi/ui.css"), api::style);
  }
}
