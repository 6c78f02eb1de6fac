package org.nuanxin.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.gateway.instance.Instances;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole gateway on a port of its own, with an issuer and one backend per service, called over
 * real HTTP.
 */
final class RunningGateway implements AutoCloseable {

  static final List<String> SERVICES =
      List.of(
          "identity-service",
          "membership-service",
          "benefits-service",
          "stations-service",
          "notification-service");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final TestIssuer issuer = new TestIssuer();
  final Map<String, Backend> backends = new LinkedHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConfigurableApplicationContext context;

  /** Starts it with these properties ({@code name=value}) over the test's defaults. */
  RunningGateway(String... properties) {
    for (String service : SERVICES) {
      backends.put(service, new Backend(service));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("server.port", "0");
    settings.put("server.address", "127.0.0.1");
    settings.put("management.server.port", "0");
    settings.put("nuanxin.security.issuer", issuer.url());
    settings.put("nuanxin.security.jwks-uri", issuer.url() + "/oauth2/jwks");
    settings.put("nuanxin.gateway.rate-limit.address.burst", "100000");
    settings.put("nuanxin.gateway.rate-limit.account.burst", "100000");
    backends.forEach(
        (service, backend) -> settings.put("nuanxin.gateway.services." + service, backend.url()));
    for (String property : properties) {
      int equals = property.indexOf('=');
      settings.put(property.substring(0, equals), property.substring(equals + 1));
    }
    context =
        new SpringApplicationBuilder(Gateway.class)
            .run(
                settings.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new));
  }

  int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  int managementPort() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port"));
  }

  Backend backend(String service) {
    return backends.get(service);
  }

  HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + target))
        .timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> get(String target, String... headers) {
    return send(with(to(target), headers));
  }

  HttpResponse<String> getAs(String token, String target) {
    return get(target, "Authorization", "Bearer " + token);
  }

  HttpResponse<String> post(String target, String body, String... headers) {
    return send(
        with(to(target).POST(BodyPublishers.ofString(body)), headers)
            .header("Content-Type", "application/json"));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpClient client() {
    return client;
  }

  /** Whether the gateway knows of an instance there. */
  boolean knows(String url) {
    Instances instances = context.getBean(Instances.class);
    return SERVICES.stream()
        .flatMap(service -> instances.of(service).stream())
        .anyMatch(instance -> instance.base().equals(url));
  }

  HttpResponse<String> manage(String target) {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort() + target)));
  }

  void stop() {
    context.close();
  }

  @Override
  public void close() {
    context.close();
    backends.values().forEach(Backend::close);
    issuer.close();
    client.close();
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }
}
