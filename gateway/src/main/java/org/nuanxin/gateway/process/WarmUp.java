package org.nuanxin.gateway.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/**
 * Calls the gateway's own port before it says that it is ready, so that the first caller does not
 * wait for classes to load: what it answers itself, what it refuses, and what it passes on, whether
 * or not a service is up yet.
 */
final class WarmUp implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
  private static final int PATIENCE_MILLIS = 2000;
  private static final int ROUNDS = 3;
  private static final List<String> PATHS =
      List.of("/", "/nowhere", "/api/v1/me", "/api/v1/consents/current");

  private final Environment environment;

  WarmUp(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    String given = environment.getProperty("server.address", "127.0.0.1");
    String address = given.contains(":") ? "[" + given + "]" : given;
    String port = environment.getRequiredProperty("local.server.port");
    try {
      for (int round = 0; round < ROUNDS; round++) {
        for (String path : PATHS) {
          call(URI.create("http://" + address + ":" + port + path));
        }
      }
    } catch (IOException e) {
      // Slower for the first caller, and no reason not to start.
      log.info("Warmed up in part only: {}", e.getClass().getName());
    }
  }

  private static void call(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setRequestProperty("Authorization", "Bearer not.a.token");
    connection.getResponseCode();
    connection.disconnect();
  }
}
