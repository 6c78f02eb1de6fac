package org.nuanxin.gateway.entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import org.nuanxin.gateway.join.ApiMethods;
import org.nuanxin.gateway.limit.Bodies;
import org.nuanxin.gateway.limit.RateLimits;
import org.nuanxin.gateway.problem.ConnectionProblems;
import org.nuanxin.gateway.problem.ProblemAnswers;
import org.nuanxin.gateway.rule.Rules;
import org.nuanxin.gateway.token.TokenCheck;
import org.nuanxin.gateway.visit.ClientAddresses;
import org.nuanxin.gateway.visit.Visits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the front door before the public port only: as a bean of its own the filter would also stand
 * before the management port.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EntrySettings.class)
class EntryConfiguration {

  @Bean
  WebHttpHandlerBuilderCustomizer frontDoor(
      EntrySettings settings,
      TokenCheck tokens,
      RateLimits limits,
      Bodies bodies,
      ApiMethods methods,
      JsonMapper mapper,
      MeterRegistry registry,
      @Value("${nuanxin.tracing.sampling:0.05}") double sampled) {
    EntryFilter door =
        new EntryFilter(
            new Visits(new Rules(), new ClientAddresses(settings.trustedProxies()), sampled),
            new Admission(tokens, limits),
            new AllowedMethods(methods),
            bodies,
            new ProblemAnswers(mapper),
            new CallFigures(registry));
    return builder ->
        builder.filters(filters -> {
          filters.clear();
          if (!settings.cors().allowedOriginPatterns().isEmpty()) {
            filters.add(CrossOrigin.filter(settings.cors()));
          }
          filters.add(door);
        });
  }

  @Bean
  NettyServerCustomizer connectionProblems(
      JsonMapper mapper, @Value("${nuanxin.gateway.request-timeout:15s}") Duration patience) {
    ConnectionProblems problems = new ConnectionProblems(mapper);
    return server ->
        server
            .requestTimeout(patience)
            .doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "nuanxin.problems", problems));
  }

  /** Calls are timed by {@link CallFigures}; see there. */
  @Bean
  ObservationRegistry observationRegistry() {
    return ObservationRegistry.NOOP;
  }
}
