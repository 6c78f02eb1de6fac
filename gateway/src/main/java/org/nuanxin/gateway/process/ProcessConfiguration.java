package org.nuanxin.gateway.process;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, and the lifeline to the launcher. */
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
}
