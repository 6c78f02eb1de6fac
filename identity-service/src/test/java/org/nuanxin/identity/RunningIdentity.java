package org.nuanxin.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.testing.MovableClock;
import org.nuanxin.kit.testing.TestFolder;
import org.nuanxin.localstack.sandbox.Sandbox;
import org.nuanxin.localstack.testing.TestBackends;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the service, as it runs in production but for the clock; called over HTTP. */
final class RunningIdentity implements AutoCloseable {

  static final String ISSUER = "http://127.0.0.1:8080";
  static final String PASSWORD = "correct horse battery staple";
  static final String CLIENT_SECRET = "a-secret-long-enough=";

  private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);
  private static final AtomicInteger INSTANCES = new AtomicInteger();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Sandbox SANDBOX = sandbox();

  private final ConfigurableApplicationContext context;
  private final MovableClock clock;

  private RunningIdentity(ConfigurableApplicationContext context, MovableClock clock) {
    this.context = context;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Time {
    static final ThreadLocal<MovableClock> CLOCK = new ThreadLocal<>();

    @Bean
    @Primary
    MovableClock movableClock() {
      return CLOCK.get();
    }
  }

  /** Starts an instance on this database; budgets are wide unless the properties say otherwise. */
  static RunningIdentity start(String database, Map<String, String> properties) {
    MovableClock clock = MovableClock.running();
    Map<String, Object> all = new HashMap<>();
    all.put("server.port", "0");
    all.put("server.address", "127.0.0.1");
    all.put("management.server.port", "0");
    all.put("management.server.address", "127.0.0.1");
    all.put("spring.mongodb.uri", TestBackends.mongoUri());
    all.put("spring.kafka.bootstrap-servers", TestBackends.kafka());
    all.put("nuanxin.mongo.database", database);
    // The events are for the shared one; others only answer calls, and so stop without a rebalance.
    all.put("nuanxin.consumer.auto-start", "false");
    // Two of one name would fence each other out of their consumer group.
    all.put("nuanxin.instance", "identity-" + INSTANCES.incrementAndGet());
    all.put("nuanxin.security.issuer", ISSUER);
    all.put("nuanxin.providers.sms-url", SANDBOX.url() + "/sms");
    all.put("logging.level.org.apache.kafka", "warn");
    all.put("nuanxin.identity.accounts-file", accountsFile().toString());
    all.put("nuanxin.identity.service-clients", "notification-service=" + CLIENT_SECRET);
    all.put("nuanxin.identity.budgets.codes", "1000000");
    all.put("nuanxin.identity.budgets.sign-ins", "1000000");
    all.putAll(TestPii.properties());
    all.putAll(properties);
    Time.CLOCK.set(clock);
    String[] arguments =
        all.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new);
    return new RunningIdentity(
        new SpringApplicationBuilder(IdentityService.class, Time.class).run(arguments), clock);
  }

  static RunningIdentity start(String database) {
    return start(database, Map.of());
  }

  /** The instance for tests that need none of their own; stops with the JVM. */
  static RunningIdentity shared() {
    return Shared.INSTANCE;
  }

  private static final class Shared {
    static final RunningIdentity INSTANCE =
        start("identity_shared", Map.of("nuanxin.consumer.auto-start", "true"));
  }

  private static Sandbox sandbox() {
    try {
      Sandbox sandbox = Sandbox.start(TestFolder.fresh("nuanxin-sandbox"), 0);
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path accountsFile() {
    String accounts =
        """
        [{"username": "ops", "password": "%1$s", "roles": ["OPS"], "unions": [], "station": null},
         {"username": "reviewer", "password": "%1$s", "roles": ["REVIEWER"],
          "unions": ["460200-jiyang"], "station": null},
         {"username": "keeper", "password": "%1$s", "roles": ["STATION_KEEPER"],
          "unions": [], "station": "st-001"}]
        """
            .formatted(PASSWORD);
    try {
      return Files.writeString(TestFolder.fresh("accounts").resolve("accounts.json"), accounts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Instant now() {
    return clock.instant();
  }

  void advance(Duration by) {
    clock.advance(by);
  }

  void toNextMinute() {
    clock.toNextMinute();
  }

  URI uri(String path) {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  URI management(String path) {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + path);
  }

  /** A phone that no other test uses. */
  static String newPhone() {
    return "+86138" + NUMBERS.getAndIncrement();
  }

  Answer post(String path, String json, String... headers) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)),
        headers);
  }

  Answer post(String path, Map<String, ?> body, String... headers) {
    return post(path, JsonMapper.shared().writeValueAsString(body), headers);
  }

  Answer get(String path, String... headers) {
    return send(HttpRequest.newBuilder(uri(path)), headers);
  }

  static Answer send(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return Answer.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Answer askForCode(String phone) {
    return post("/api/v1/auth/otp", Map.of("phone", phone));
  }

  /** The code of the newest message that the phone received. */
  String receivedCode(String phone) {
    return received(phone).get(0).get("params").get("code").asString();
  }

  /** All messages that the phone received, newest first. */
  static JsonNode received(String phone) {
    String query = "/sms?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(URI.create(SANDBOX.url() + query))).json().get("items");
  }

  Answer redeem(String phone, String code) {
    return post("/api/v1/auth/token", Map.of("phone", phone, "code", code));
  }

  /** Signs a worker in by code. */
  Answer signIn(String phone) {
    askForCode(phone);
    return redeem(phone, receivedCode(phone));
  }

  Answer signIn(String username, String password) {
    return post("/api/v1/auth/token", Map.of("username", username, "password", password));
  }

  Answer refresh(String token) {
    return post("/api/v1/auth/token", Map.of("refreshToken", token));
  }

  static void smsFaults(String json) {
    send(
        HttpRequest.newBuilder(URI.create(SANDBOX.url() + "/faults/sms"))
            .PUT(BodyPublishers.ofString(json)));
  }

  static void noSmsFaults() {
    send(HttpRequest.newBuilder(URI.create(SANDBOX.url() + "/faults/sms")).DELETE());
  }

  @Override
  public void close() {
    context.close();
  }
}
