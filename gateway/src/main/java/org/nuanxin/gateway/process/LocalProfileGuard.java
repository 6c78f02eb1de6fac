package org.nuanxin.gateway.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start with profile {@code local} on an address that others can reach, because that
 * profile brings keys and passwords made for a demonstration.
 */
public final class LocalProfileGuard implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    if (!environment.acceptsProfiles(Profiles.of("local"))) {
      return;
    }
    requireLoopback("server.address", environment.getProperty("server.address"));
    String management = environment.getProperty("management.server.address");
    if (management != null) {
      requireLoopback("management.server.address", management);
    }
  }

  @Override
  public int getOrder() {
    // After the configuration files are read, which name the address.
    return ConfigDataEnvironmentPostProcessor.ORDER + 10;
  }

  private static void requireLoopback(String property, @Nullable String address) {
    if (address == null || !isLoopback(address)) {
      throw new IllegalStateException(
          "Profile 'local' is for this machine only: set "
              + property
              + " to 127.0.0.1, or run without the profile.");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
