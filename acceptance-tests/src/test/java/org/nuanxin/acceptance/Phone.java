package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.nuanxin.localstack.demo.WorkerPhone;
import org.nuanxin.localstack.sample.People;
import org.nuanxin.localstack.sample.Worker;
import tools.jackson.databind.JsonNode;

/** A worker nobody has seen before, with a phone that is signed in. */
final class Phone {

  static final Duration SOON = Duration.ofSeconds(60);

  private static final People PEOPLE = new People();
  private static final AtomicLong NEXT =
      new AtomicLong(1_000_000 + System.currentTimeMillis() / 100 % 200_000_000);

  final Worker worker;
  final Client client;

  private Phone(Worker worker, Client client) {
    this.worker = worker;
    this.client = client;
  }

  /** Somebody new, signed in. */
  static Phone ofSomebodyNew() {
    return of(somebody());
  }

  /** Somebody new, not yet signed in. */
  static Worker somebody() {
    return PEOPLE.worker(NEXT.getAndIncrement());
  }

  /** This worker's phone, signed in by one-time code. */
  static Phone of(Worker worker) {
    Answer asked = Client.anonymous().post("/api/v1/auth/otp", Map.of("phone", worker.phone()));
    assertThat(asked.status()).isEqualTo(202);
    Answer token =
        Client.anonymous()
            .post(
                "/api/v1/auth/token",
                Map.of("phone", worker.phone(), "code", newestCode(worker.phone())));
    assertThat(token.status()).as(token.text()).isEqualTo(200);
    return new Phone(worker, Client.bearing(token.field("accessToken")));
  }

  /** The newest one-time code that a phone received. */
  static String newestCode(String phone) {
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .atMost(SOON)
        .until(
            () ->
                Client.sandbox()
                    .get("/sms?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8))
                    .items()
                    .stream()
                    .map(message -> message.at("/params/code").asString(""))
                    .filter(code -> !code.isEmpty())
                    .findFirst()
                    .orElse(""),
            code -> !code.isEmpty());
  }

  /** A body that every rule passes. */
  Map<String, Object> application() {
    return application(worker);
  }

  static Map<String, Object> application(Worker worker) {
    String consent =
        Client.anonymous().get("/api/v1/consents/current").json().path("version").asString();
    Map<String, Object> body = new LinkedHashMap<>(WorkerPhone.application(worker, consent));
    body.put("employer", null);
    body.put("language", "zh-CN");
    return body;
  }

  /** The same with one field changed. */
  Map<String, Object> applicationWith(String field, Object value) {
    Map<String, Object> body = application();
    body.put(field, value);
    return body;
  }

  /** Applies and is approved at once. */
  Answer joins() {
    Answer answer = client.post("/api/v1/applications", application());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.field("state")).isEqualTo("APPROVED");
    return answer;
  }

  /** Waits until all three grants are issued. */
  List<JsonNode> awaitThreeGrants() {
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .atMost(SOON)
        .until(
            this::grants,
            grants ->
                grants.size() == 3
                    && grants.stream()
                        .allMatch(grant -> grant.path("state").asString().equals("ISSUED")));
  }

  List<JsonNode> grants() {
    return client.get("/api/v1/me/grants").items();
  }

  JsonNode grant(String programme) {
    return grants().stream()
        .filter(grant -> grant.path("programme").asString().equals(programme))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No grant of " + programme));
  }

  List<JsonNode> messages() {
    return client.get("/api/v1/me/messages?limit=100").items();
  }

  List<JsonNode> timeline() {
    return client.get("/api/v1/me/timeline").items();
  }

  String memberId() {
    return client.get("/api/v1/me").field("memberId");
  }
}
