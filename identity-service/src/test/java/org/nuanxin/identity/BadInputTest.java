package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are wrong in every way: a precise 4xx, no stack trace, and nothing of it echoed. */
class BadInputTest {

  private final RunningIdentity identity = RunningIdentity.shared();

  static Stream<Arguments> paths() {
    return Stream.of(
        Arguments.of("/api/v1/auth/otp", "phone"),
        Arguments.of("/api/v1/auth/token", "phone"),
        Arguments.of("/api/v1/auth/token", "code"),
        Arguments.of("/api/v1/auth/token", "username"),
        Arguments.of("/api/v1/auth/token", "password"),
        Arguments.of("/api/v1/auth/token", "refreshToken"),
        Arguments.of("/api/v1/auth/revoke", "refreshToken"),
        Arguments.of("/api/v1/auth/session", "phone"),
        Arguments.of("/api/v1/auth/session", "username"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void refusesEveryWrongTypeByNamingTheField(String path, String field) {
    for (String wrong :
        new String[] {
          "{\"$gt\":\"\"}",
          "{\"$ne\":null}",
          "{\"$regex\":\".*\"}",
          "[\"a\"]",
          "[]",
          "{}",
          "1",
          "13800138000",
          "1.5",
          "true"
        }) {
      Answer answer = identity.post(path, "{\"" + field + "\":" + wrong + "}");
      assertThat(answer.status()).as(path + " " + wrong).isEqualTo(400);
      assertThat(answer.errors()).as(wrong).contains(field + ":WRONG_TYPE");
      assertPrecise(answer);
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void refusesOperatorsInsideStringsLikeAnyOtherText(String path, String field) {
    for (String text :
        new String[] {"{$gt: ''}", "$where", "' || '1'=='1", "\\u0000", "a\\u0000b"}) {
      Answer answer = identity.post(path, "{\"" + field + "\":\"" + text + "\"}");
      assertThat(answer.status()).as(path + " " + field + " " + text).isIn(204, 400, 401);
      assertPrecise(answer);
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void refusesUnknownFieldsAndDuplicateKeys(String path, String field) {
    Answer unknown = identity.post(path, "{\"" + field + "\":\"x\",\"admin\":true}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.errors()).contains("admin:UNKNOWN_FIELD");
    Answer twice = identity.post(path, "{\"" + field + "\":\"x\",\"" + field + "\":\"y\"}");
    assertThat(twice.status()).isEqualTo(400);
    assertPrecise(twice);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void refusesNullAndLongText(String path, String field) {
    assertThat(identity.post(path, "{\"" + field + "\":null}").status()).isIn(400, 401);
    String longText = "9".repeat(9_000);
    Answer answer = identity.post(path, "{\"" + field + "\":\"" + longText + "\"}");
    assertThat(answer.status()).isIn(204, 400, 401);
    assertThat(identity.post(path, "{\"" + field + "\":\"" + "9".repeat(20_000) + "\"}").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void refusesWhatIsNoJsonObject(String path, String field) {
    for (String body :
        new String[] {
          "", "{", "[]", "null", "\"x\"", "1", "{\"" + field + "\":}", "{} {}", "<a/>"
        }) {
      Answer answer = identity.post(path, body);
      assertThat(answer.status()).as(path + " " + body).isIn(400, 401);
      assertPrecise(answer);
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void refusesBodiesThatAreTooLargeTooDeepOrNotUtf8(String path, String field) {
    String large = "{\"" + field + "\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";
    assertThat(identity.post(path, large).status()).isEqualTo(413);
    String deep = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
    Answer deepAnswer = identity.post(path, deep);
    assertThat(deepAnswer.status()).isEqualTo(400);
    assertPrecise(deepAnswer);
    byte[] broken = ("{\"" + field + "\":\"??\"}").getBytes(StandardCharsets.US_ASCII);
    broken[broken.length - 4] = (byte) 0xC3;
    broken[broken.length - 3] = (byte) 0x28;
    Answer brokenAnswer =
        RunningIdentity.send(
            HttpRequest.newBuilder(identity.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(broken)));
    assertThat(brokenAnswer.status()).isEqualTo(400);
    assertPrecise(brokenAnswer);
  }

  @Test
  void refusesOtherMethodsAndMediaTypes() {
    assertThat(identity.get("/api/v1/auth/token").status()).isEqualTo(405);
    assertThat(identity.get("/api/v1/auth/otp").status()).isEqualTo(405);
    Answer form =
        RunningIdentity.send(
            HttpRequest.newBuilder(identity.uri("/api/v1/auth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=ops&password=x")));
    assertThat(form.status()).isEqualTo(415);
    assertPrecise(form);
  }

  @Test
  void refusesLongNamesAndPasswordsBeforeHashingThem() {
    Answer answer = identity.signIn("n".repeat(65), "p".repeat(257));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactlyInAnyOrder("username:TOO_LONG", "password:TOO_LONG");
  }

  private static void assertPrecise(Answer answer) {
    if (answer.status() >= 400) {
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.text("type")).startsWith("https://nuanxin.org/problems/");
      assertThat(answer.body())
          .doesNotContain("Exception")
          .doesNotContain("at org.")
          .doesNotContain("tools.jackson")
          .doesNotContain("$gt");
    }
  }
}
