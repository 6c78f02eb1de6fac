package org.nuanxin.kit.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * What every service sets alike ({@code kit-defaults.properties}), at lowest precedence: a
 * service's own configuration, the environment and the command line all override it.
 */
public final class KitDefaults implements EnvironmentPostProcessor, Ordered {

  private static final String FILE = "kit-defaults.properties";

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    try {
      environment
          .getPropertySources()
          .addLast(new ResourcePropertySource(new ClassPathResource(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " of the service-kit cannot be read", e);
    }
  }

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 5;
  }
}
