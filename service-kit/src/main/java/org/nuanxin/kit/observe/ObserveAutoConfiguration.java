package org.nuanxin.kit.observe;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The clock, the trace id in answers, and the lifeline to the launcher. */
@AutoConfiguration
public class ObserveAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnProperty("nuanxin.lifeline")
  Lifeline lifeline(ConfigurableApplicationContext context) {
    Lifeline lifeline =
        new Lifeline(System.in, () -> System.exit(SpringApplication.exit(context, () -> 0)));
    lifeline.hold();
    return lifeline;
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class Web {

    /** Right after the filter that starts the request's span. */
    @Bean
    FilterRegistrationBean<TraceIdHeader> traceIdHeader() {
      FilterRegistrationBean<TraceIdHeader> registration =
          new FilterRegistrationBean<>(new TraceIdHeader());
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
      return registration;
    }
  }
}
