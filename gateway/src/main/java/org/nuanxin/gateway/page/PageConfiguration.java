package org.nuanxin.gateway.page;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.nuanxin.gateway.rule.Rule;
import org.nuanxin.gateway.rule.Services;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Serves the front ends where the table says that a path is theirs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PageConfiguration {

  /** Several times what both apps take; a build that is larger has something in it by mistake. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  @Bean
  PageHeaders pageHeaders(PageSettings settings) {
    return new PageHeaders(settings);
  }

  @Bean
  RouterFunction<ServerResponse> pages(PageSettings settings, PageHeaders headers) {
    FrontEndReader reader =
        new FrontEndReader(
            new PathMatchingResourcePatternResolver(), settings.location(), MOST_BYTES);
    return route(PageConfiguration::isPage, new PageHandler(reader.frontEnds(), headers)::answer);
  }

  /** On the management port there are no visits, and so no pages. */
  private static boolean isPage(ServerRequest request) {
    Visit visit = Visit.find(request.exchange());
    Rule rule = visit == null ? null : visit.rule();
    return rule != null && rule.service().equals(Services.WEB);
  }
}
