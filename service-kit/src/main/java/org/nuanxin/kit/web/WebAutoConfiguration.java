package org.nuanxin.kit.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.nuanxin.kit.pii.PiiAutoConfiguration;
import org.nuanxin.kit.pii.PiiKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Problems, strict JSON, bounded bodies and signed cursors. */
@AutoConfiguration(
    after = PiiAutoConfiguration.class,
    beforeName = {
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
    },
    afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class WebAutoConfiguration {

  @Bean
  StrictJson strictJson(ObjectProvider<JsonMapperBuilderCustomizer> common) {
    return new StrictJson(common.orderedStream());
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ServerHttpMessageConvertersCustomizer strictRequests(StrictJson json) {
    return builder -> builder.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
  }

  /** Requests are checked by hand; no provider of Bean Validation is looked for or started. */
  @Bean
  WebMvcConfigurer noBeanValidation() {
    return new WebMvcConfigurer() {
      @Override
      public Validator getValidator() {
        return NoBeanValidation.INSTANCE;
      }
    };
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper mapper) {
    return new ProblemWriter(mapper);
  }

  @Bean
  Problems problems(StrictJson json) {
    return new Problems(new JsonProblems(json.mapper()));
  }

  @Bean
  @ConditionalOnMissingBean
  ErrorPath errorPath() {
    return new ErrorPath();
  }

  /**
   * Inside the trace, so that a refusal has a trace id; outside security, so that all is bounded.
   */
  @Bean
  FilterRegistrationBean<BoundedBody> boundedBody(
      ProblemWriter problems, @Value("${nuanxin.web.max-body-bytes:65536}") int maxBytes) {
    FilterRegistrationBean<BoundedBody> registration =
        new FilterRegistrationBean<>(new BoundedBody(problems, maxBytes));
    registration.setOrder(0);
    registration.setUrlPatterns(List.of("/*"));
    return registration;
  }

  @Bean
  @ConditionalOnMissingBean
  Cursors cursors(PiiKeys keys) {
    return new Cursors(keys);
  }

  /** Streams live as long as an access token, then the client comes again with a fresh one. */
  @Bean
  @ConditionalOnMissingBean
  SseStreams sseStreams(
      @Value("${nuanxin.sse.heartbeat:15s}") Duration heartbeat,
      @Value("${nuanxin.sse.age:15m}") Duration age) {
    return new SseStreams(heartbeat, age, 256, 8, 5_000);
  }

  @Bean
  MeterBinder sseMeter(SseStreams streams) {
    return registry ->
        Gauge.builder("nuanxin.sse.connections", streams, SseStreams::connections)
            .description("Live streams open on this instance")
            .register(registry);
  }
}
