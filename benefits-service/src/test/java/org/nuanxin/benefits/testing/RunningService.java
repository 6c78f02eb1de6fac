package org.nuanxin.benefits.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.benefits.BenefitsService;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.TestFolder;
import org.nuanxin.localstack.testing.TestBackends;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the service, as it runs in production but for free ports and its database. */
public final class RunningService implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConfigurableApplicationContext context;

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** A database of its own. */
  public static String freshDatabase() {
    return "benefits_" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Starts an instance. */
  public static RunningService start(
      String database, String instance, TestSandbox sandbox, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(TestTokens.properties());
    properties.put("server.port", "0");
    properties.put("management.server.port", "0");
    // Else it leaves one in the system's folder behind at each start.
    properties.put("server.tomcat.basedir", TestFolder.fresh("tomcat").toString());
    properties.put("spring.kafka.bootstrap-servers", TestBackends.kafka());
    properties.put("spring.mongodb.uri", TestBackends.mongoUri());
    properties.put("nuanxin.mongo.database", database);
    properties.put("nuanxin.instance", instance);
    properties.put("nuanxin.providers.insurer-url", sandbox.url() + "/insurer");
    properties.put("nuanxin.providers.clinic-url", sandbox.url() + "/clinic");
    properties.put("nuanxin.benefits.work.every", "100ms");
    properties.put("nuanxin.benefits.work.first-retry", "200ms");
    properties.put("nuanxin.benefits.work.longest-retry", "1s");
    properties.put("nuanxin.benefits.provider.open-for", "500ms");
    // A loaded build machine is not a slow provider.
    properties.put("nuanxin.benefits.provider.call-timeout", "5s");
    properties.put("nuanxin.benefits.provider.slow-call", "4s");
    properties.put("nuanxin.warm-up", "true");
    properties.put("logging.level.root", "warn");
    properties.put("logging.structured.format.console", "");
    properties.putAll(more);
    List<String> arguments = new ArrayList<>();
    properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return new RunningService(
        new SpringApplicationBuilder(BenefitsService.class).run(arguments.toArray(String[]::new)));
  }

  /** A bean of the instance. */
  public <B> B bean(Class<B> type) {
    return context.getBean(type);
  }

  /** An answer. */
  public record Answer(int status, JsonNode body) {}

  /** Calls with a token. */
  public Answer get(String path, String token) {
    return send(request(path, token).GET());
  }

  /** Posts with a token and an Idempotency-Key. */
  public Answer post(String path, String token, String key, String body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Calls with these headers, and a body where one is given. */
  public Answer call(
      String method, String path, String token, Map<String, String> headers, String body) {
    HttpRequest.Builder request = request(path, token);
    headers.forEach(request::header);
    return send(
        request.method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Where it answers probes and figures. */
  public Answer management(String path) {
    String port = context.getEnvironment().getProperty("local.management.port");
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).GET());
  }

  private HttpRequest.Builder request(String path, String token) {
    String port = context.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(response.statusCode(), json ? JSON.readTree(body) : JSON.valueToTree(body));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
