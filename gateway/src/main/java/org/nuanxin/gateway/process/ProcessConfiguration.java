package org.nuanxin.gateway.process;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The clock, the lifeline to the launcher, and the warm-up. */
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

  @Bean
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

  @Bean
  @ConditionalOnBooleanProperty("nuanxin.warm-up")
  WarmUp warmUp(Environment environment) {
    return new WarmUp(environment);
  }
}
