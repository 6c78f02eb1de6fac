package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.localstack.sample.Worker;
import tools.jackson.databind.json.JsonMapper;

/** Bad input gets a precise answer over the gateway, and nothing is stored of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

  private Phone phone;

  @BeforeAll
  void signIn() {
    phone = Phone.ofSomebodyNew();
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        Arguments.of("name", ""),
        Arguments.of("name", "x".repeat(500)),
        Arguments.of("name", 7),
        Arguments.of("name", Map.of("$ne", "")),
        Arguments.of("idNumber", "460200199001011234"),
        Arguments.of("idNumber", "46020019900230001X"),
        Arguments.of("idNumber", Map.of("$gt", "")),
        Arguments.of("phone", "12345"),
        Arguments.of("phone", Map.of("$regex", ".*")),
        Arguments.of("occupation", "ASTRONAUT"),
        Arguments.of("occupation", 3),
        Arguments.of("platforms", "one"),
        Arguments.of("platforms", List.of(Map.of("$where", "1"))),
        Arguments.of("employer", "a name"),
        Arguments.of("communityCode", "999999999999"),
        Arguments.of("communityCode", Map.of("$exists", true)),
        Arguments.of("consentVersion", "never"),
        Arguments.of("language", "xx"));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void namesTheFieldThatIsWrong(String field, Object value) {
    Answer answer = apply(phone.applicationWith(field, value));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.faultyFields()).anyMatch(faulty -> faulty.startsWith(field));
    assertThat(answer.text()).doesNotContain("Exception", "org.nuanxin", "at java.");
  }

  @Test
  void namesAllFieldsThatAreWrongTogether() {
    Map<String, Object> body = phone.application();
    body.put("name", "");
    body.put("idNumber", "1");
    body.put("communityCode", "999999999999");
    body.put("consentVersion", "never");

    assertThat(apply(body).faultyFields())
        .contains("name", "idNumber", "communityCode", "consentVersion");
  }

  @Test
  void namesAFieldThatIsUnknown() {
    Answer answer = apply(phone.applicationWith("admin", true));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faultyFields()).containsExactly("admin");
  }

  @Test
  void asksForTheIdempotencyKeyBeforeItLooksAtTheBody() {
    Answer answer = phone.client.post("/api/v1/applications", Map.of("nonsense", 1), new String[0]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("Idempotency-Key");
  }

  @Test
  void refusesABodyOfTwoMegabytes() {
    byte[] large =
        ("{\"name\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

    assertThat(raw(large).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\": NaN}"
      })
  void refusesWhatIsNoApplication(String body) {
    Answer answer = raw(body.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void refusesDeepJson() {
    assertThat(
            raw(("{\"employer\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                    .getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(400);
  }

  @Test
  void refusesBrokenUtf8() {
    byte[] body = new JsonMapper().writeValueAsBytes(phone.application());
    int name = new String(body, StandardCharsets.ISO_8859_1).indexOf("\"name\":\"") + 8;
    body[name] = (byte) 0xff;

    assertThat(raw(body).status()).isEqualTo(400);
  }

  @Test
  void refusesTheSameKeyForAnotherBody() {
    Phone other = Phone.ofSomebodyNew();
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = other.application();
    assertThat(other.client.post("/api/v1/applications", body, "Idempotency-Key", key).status())
        .isEqualTo(201);
    Map<String, Object> different = new HashMap<>(body);
    different.put("occupation", body.get("occupation").equals("COURIER") ? "OTHER" : "COURIER");

    assertThat(
            other.client.post("/api/v1/applications", different, "Idempotency-Key", key).status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"𠮷野符", "阿卜杜拉·买买提", "古丽娜尔•艾合买提", "王", "符𡘙"})
  void takesNamesAsPeopleHaveThem(String name) {
    Phone somebody = Phone.ofSomebodyNew();

    Answer answer =
        somebody.client.post("/api/v1/applications", somebody.applicationWith("name", name));

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Test
  void storesNothingOfAllThat() {
    assertThat(phone.client.get("/api/v1/me/applications").items()).isEmpty();
    Worker worker = phone.worker;
    assertThat(apply(Phone.application(worker)).status()).isEqualTo(201);
  }

  private Answer apply(Map<String, Object> body) {
    return phone.client.post("/api/v1/applications", body);
  }

  private Answer raw(byte[] body) {
    return phone.client.postRaw(
        "/api/v1/applications", body, "Idempotency-Key", UUID.randomUUID().toString());
  }
}
