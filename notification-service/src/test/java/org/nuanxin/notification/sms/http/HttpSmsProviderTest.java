package org.nuanxin.notification.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.http.RecentCalls;
import org.nuanxin.kit.testing.AnsweringServer;
import org.nuanxin.notification.sms.SmsProvider.Outcome;
import org.nuanxin.notification.sms.SmsProvider.Text;
import tools.jackson.databind.json.JsonMapper;

/** Several texts in one call, whatever is answered. */
class HttpSmsProviderTest {

  private static final String BUNDLE = "/messages/bundle";
  private static final List<Text> TEXTS = List.of(text("k1"), text("k2"), text("k3"));
  private static final String PROBLEM = "{\"title\":\"No\"}";

  private final AnsweringServer server = new AnsweringServer();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("sms");
  private final HttpSmsProvider provider =
      new HttpSmsProvider(
          new SmsCalls(
              client,
              URI.create(server.url()),
              Duration.ofSeconds(10),
              new RecentCalls("sms", Duration.ofSeconds(5)),
              JsonMapper.builder().build()),
          Retry.of("sms", RetryConfig.custom().maxAttempts(1).build()),
          breaker);

  @AfterEach
  void close() {
    server.close();
    client.shutdownNow();
  }

  private static Text text(String key) {
    return new Text(key, "+8613800138000", "KIND", "text", Map.of());
  }

  private static String item(String key, int status) {
    return "{\"idempotencyKey\":\"%s\",\"status\":%d,\"body\":{}}".formatted(key, status);
  }

  private static String items(String... items) {
    return "{\"items\":[" + String.join(",", items) + "]}";
  }

  @Test
  void eachHasItsOwnOutcome() {
    server.answers("POST", BUNDLE, 200, items(item("k1", 202), item("k2", 400), item("k3", 503)));

    assertThat(provider.deliver(TEXTS))
        .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.UNSURE);
  }

  @Test
  void anAnswerUnderAnotherKeyIsNone() {
    server.answers("POST", BUNDLE, 200, items(item("k2", 202), item("k1", 400), item("k3", 202)));

    assertThat(provider.deliver(TEXTS))
        .containsExactly(Outcome.UNSURE, Outcome.UNSURE, Outcome.ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"items\":[1]}", "{\"items\":null}", "<html>ok</html>"})
  void anAnswerThatTellsNothingOfThemLeavesAllUnsure(String body) {
    server.answers("POST", BUNDLE, 200, body);

    assertThat(provider.deliver(TEXTS)).hasSize(3).containsOnly(Outcome.UNSURE);
    assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 403, 408, 429, 500, 503})
  void allAreUnsureWhereTheProviderSaysNothing(int status) {
    server.answers("POST", BUNDLE, status, PROBLEM);

    assertThat(provider.deliver(TEXTS)).hasSize(3).containsOnly(Outcome.UNSURE);
    assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 413, 415, 422, 501})
  void theyAreToGoSinglyWhereTheProviderTakesNoBundle(int status) {
    server.answers("POST", BUNDLE, status, PROBLEM);
    server.answers("POST", 202, "{}");

    assertThat(provider.deliver(TEXTS)).hasSize(3).containsOnly(Outcome.ONLY_SINGLY);
    assertThat(provider.deliver(text("k1"), false)).isEqualTo(Outcome.ACCEPTED);
    assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
  }

  @Test
  void noneIsTriedWhileTheProviderIsLeftAlone() {
    breaker.transitionToOpenState();

    assertThat(provider.deliver(TEXTS)).hasSize(3).containsOnly(Outcome.NOT_TRIED);
  }
}
