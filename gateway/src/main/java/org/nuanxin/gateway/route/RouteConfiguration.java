package org.nuanxin.gateway.route;

import io.netty.channel.ChannelOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuanxin.gateway.instance.Instances;
import org.nuanxin.gateway.limit.Bulkheads;
import org.nuanxin.gateway.problem.ProblemAnswers;
import org.nuanxin.gateway.rule.Services;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spring Cloud Gateway with the three filters that a call needs: choose an instance, send the
 * request, write the answer.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteSettings.class)
class RouteConfiguration {

  /**
   * Event loops for both sides of a call. On a machine that the services share fewer loops cost
   * less: a call stays on one thread. Zero means one per processor.
   */
  @Bean
  ReactorResourceFactory eventLoops(@Value("${nuanxin.gateway.event-loops:0}") int loops) {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    int threads = loops > 0 ? loops : Runtime.getRuntime().availableProcessors();
    resources.setLoopResourcesSupplier(() -> LoopResources.create("gateway", threads, true));
    return resources;
  }

  @Bean
  HttpClientCustomizer serviceConnections(
      RouteSettings settings, ReactorResourceFactory resources) {
    return client ->
        client
            .runOn(resources.getLoopResources())
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connectTimeout().toMillis())
            // It would send a request a second time that a service may have carried out already.
            .disableRetry(true);
  }

  @Bean
  OpenStreams openStreams() {
    return new OpenStreams();
  }

  @Bean
  FilteringWebHandler filteringWebHandler(
      Instances instances,
      Bulkheads bulkheads,
      OpenStreams streams,
      HttpClient client,
      RouteSettings settings,
      HttpClientProperties properties,
      JsonMapper mapper) {
    List<HttpHeadersFilter> headers = List.of(new PassedHeaders(), new ReturnedHeaders());
    List<GlobalFilter> filters = new ArrayList<>();
    filters.add(new ServiceCall(instances, bulkheads, streams));
    filters.add(new AnswerWriter(new ForeignErrors(new ProblemAnswers(mapper))));
    filters.add(new ServiceClient(client, settings, properties, always(headers)));
    return new FilteringWebHandler(filters, true);
  }

  @Bean
  RouteLocator serviceRoutes() {
    List<Route> routes = Services.BEHIND.stream().map(RouteConfiguration::route).toList();
    return () -> Flux.fromIterable(routes);
  }

  @Bean
  RouteMapping routeMapping(
      FilteringWebHandler handler,
      RouteLocator locator,
      GlobalCorsProperties cors,
      Environment environment) {
    Map<String, Route> routes =
        Services.BEHIND.stream()
            .map(RouteConfiguration::route)
            .collect(Collectors.toMap(Route::getId, Function.identity()));
    return new RouteMapping(handler, locator, cors, environment, routes);
  }

  /** Only our own, of all that Spring Cloud Gateway brings. */
  private static ObjectProvider<List<HttpHeadersFilter>> always(List<HttpHeadersFilter> headers) {
    return new ObjectProvider<>() {
      @Override
      public List<HttpHeadersFilter> getObject() {
        return headers;
      }
    };
  }

  private static Route route(String service) {
    return Route.async()
        .id(service)
        .uri("service://" + service)
        .predicate(exchange -> {
          Visit visit = Visit.find(exchange);
          return visit != null && service.equals(visit.service());
        })
        .build();
  }
}
