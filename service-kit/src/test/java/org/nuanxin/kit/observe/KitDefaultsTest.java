package org.nuanxin.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class KitDefaultsTest {

  private final StandardEnvironment environment = new StandardEnvironment();

  @Test
  void givesEveryServiceVirtualThreadsAndAGracefulEnd() {
    apply();

    assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
    assertThat(environment.getProperty("server.shutdown")).isEqualTo("graceful");
  }

  @Test
  void exposesProbesAndFiguresOnly() {
    apply();

    assertThat(environment.getProperty("management.endpoints.web.exposure.include"))
        .isEqualTo("health,prometheus");
    assertThat(environment.getProperty("management.endpoints.access.default")).isEqualTo("none");
  }

  @Test
  void sendsNothingAnywhereUnlessTold() {
    apply();

    assertThat(environment.getProperty("management.tracing.export.otlp.enabled"))
        .isEqualTo("false");
    assertThat(environment.getProperty("management.otlp.metrics.export.enabled"))
        .isEqualTo("false");
    assertThat(environment.getProperty("management.logging.export.otlp.enabled"))
        .isEqualTo("false");
  }

  @Test
  void givesWayToWhatAServiceSays() {
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource("service", java.util.Map.of("server.shutdown", "immediate")));
    apply();

    assertThat(environment.getProperty("server.shutdown")).isEqualTo("immediate");
  }

  private void apply() {
    new KitDefaults().postProcessEnvironment(environment, new SpringApplication());
  }
}
