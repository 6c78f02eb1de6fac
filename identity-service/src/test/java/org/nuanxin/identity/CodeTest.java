package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One-time codes, over HTTP, with the real database and the providers' sandbox. */
class CodeTest {

  private final RunningIdentity identity = RunningIdentity.shared();
  private final String phone = RunningIdentity.newPhone();

  @Nested
  class AskingForACode {

    @Test
    void answersWithHowLongTheCodeIsGoodForAndNothingElse() {
      Answer answer = identity.askForCode(phone);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body()).isEqualTo("{\"expiresInSeconds\":300}");
    }

    @Test
    void sendsOneMessageOfSixDigitsInChinese() {
      identity.askForCode(phone);
      var messages = RunningIdentity.received(phone);
      assertThat(messages).hasSize(1);
      var message = messages.get(0);
      String code = message.get("params").get("code").asString();
      assertThat(code).matches("[0-9]{6}");
      assertThat(message.get("params").get("minutes").asString()).isEqualTo("5");
      assertThat(message.get("template").asString()).isEqualTo("ONE_TIME_CODE");
      assertThat(message.get("text").asString()).contains("验证码").contains(code).contains("5 分钟");
    }

    @Test
    void answersAKnownPhoneAndAnUnknownOneAlike() {
      identity.signIn(phone);
      Answer known = identity.askForCode(phone);
      Answer unknown = identity.askForCode(RunningIdentity.newPhone());
      assertThat(known.status()).isEqualTo(unknown.status());
      assertThat(known.body()).isEqualTo(unknown.body());
      assertThat(known.response().headers().map().keySet())
          .isEqualTo(unknown.response().headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"138 %s %s", "+86-138-%s-%s", "0086138%s%s", "(86) 138%s%s"})
    void takesAnyUsualChineseForm(String form) {
      String number = RunningIdentity.newPhone();
      String typed = form.formatted(number.substring(6, 10), number.substring(10));
      assertThat(identity.askForCode(typed).status()).as(typed).isEqualTo(202);
      assertThat(identity.redeem(number, identity.receivedCode(number)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "12345",
          "1380013800",
          "138001380001",
          "+1 202 555 0100",
          "010-12345678",
          "abc",
          "13800138000;ext=1",
          "{\"$gt\":\"\"}",
          "$ne",
          "٠١٢٣"
        })
    void refusesWhatIsNoMobileNumberOfMainlandChina(String wrong) {
      Answer answer = identity.askForCode(wrong);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.problem()).isEqualTo("validation");
      assertThat(answer.errors()).hasSize(1).first().asString().startsWith("phone:");
      if (!wrong.isBlank()) {
        assertThat(answer.body()).doesNotContain(wrong + "\"");
      }
    }
  }

  @Nested
  class AskingTooOften {

    @Test
    void allowsFiveInTenMinutesAndSaysWhenTheNextIs() {
      for (int i = 0; i < 5; i++) {
        assertThat(identity.askForCode(phone).status()).isEqualTo(202);
      }
      Answer sixth = identity.askForCode(phone);
      assertThat(sixth.status()).isEqualTo(429);
      assertThat(sixth.problem()).isEqualTo("too-many-codes");
      assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(540, 600);
      assertThat(RunningIdentity.received(phone)).hasSize(5);
    }

    @Test
    void allowsTheNextWhenTheOldestIsTenMinutesAgo() {
      identity.askForCode(phone);
      identity.advance(Duration.ofMinutes(4));
      for (int i = 0; i < 4; i++) {
        identity.askForCode(phone);
      }
      assertThat(identity.askForCode(phone).status()).isEqualTo(429);
      identity.advance(Duration.ofMinutes(6));
      assertThat(identity.askForCode(phone).status()).isEqualTo(202);
      assertThat(identity.askForCode(phone).status()).isEqualTo(429);
    }

    @Test
    void leavesTheLastCodeGood() {
      for (int i = 0; i < 6; i++) {
        identity.askForCode(phone);
      }
      assertThat(identity.redeem(phone, identity.receivedCode(phone)).status()).isEqualTo(200);
    }

    @Test
    void holdsForManyAtOnceAndAcrossInstances() {
      try (RunningIdentity other = RunningIdentity.start("identity_shared")) {
        List<Integer> statuses =
            Parallel.times(30, i -> (i % 2 == 0 ? identity : other).askForCode(phone).status());
        assertThat(statuses).filteredOn(status -> status == 202).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(25);
      }
      assertThat(RunningIdentity.received(phone)).hasSize(5);
    }
  }

  @Nested
  class UsingACode {

    @Test
    void opensTheDoorOnce() {
      identity.askForCode(phone);
      String code = identity.receivedCode(phone);
      assertThat(identity.redeem(phone, code).status()).isEqualTo(200);
      Answer again = identity.redeem(phone, code);
      assertThat(again.status()).isEqualTo(401);
      assertThat(again.problem()).isEqualTo("invalid-credentials");
      assertThat(again.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void opensTheDoorToOneOfManyAtOnce() {
      identity.askForCode(phone);
      String code = identity.receivedCode(phone);
      List<Integer> statuses = Parallel.times(20, i -> identity.redeem(phone, code).status());
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
      assertThat(statuses).filteredOn(status -> status == 401).hasSize(19);
    }

    @Test
    void takesTheOtherFormsOfTheSamePhone() {
      identity.askForCode(phone);
      String national = phone.substring(3);
      assertThat(identity.redeem(national, identity.receivedCode(phone)).status()).isEqualTo(200);
    }

    @Test
    void refusesAnothersCode() {
      String other = RunningIdentity.newPhone();
      identity.askForCode(phone);
      identity.askForCode(other);
      assertThat(identity.redeem(other, identity.receivedCode(phone)).status()).isEqualTo(401);
    }

    @Test
    void refusesACodeOnceANewerOneIsOut() {
      identity.askForCode(phone);
      String first = identity.receivedCode(phone);
      identity.askForCode(phone);
      if (!first.equals(identity.receivedCode(phone))) {
        assertThat(identity.redeem(phone, first).status()).isEqualTo(401);
      }
      assertThat(identity.redeem(phone, identity.receivedCode(phone)).status()).isEqualTo(200);
    }

    @Test
    void acceptsItJustBeforeFiveMinutesAndNotAfter() {
      identity.askForCode(phone);
      identity.advance(Duration.ofSeconds(270));
      assertThat(identity.redeem(phone, identity.receivedCode(phone)).status()).isEqualTo(200);
      identity.askForCode(phone);
      identity.advance(Duration.ofSeconds(300));
      assertThat(identity.redeem(phone, identity.receivedCode(phone)).status()).isEqualTo(401);
    }

    @Test
    void givesAPhoneTheSameSubjectEachTimeAndAnotherPhoneAnother() {
      String subject = Tokens.subject(identity.signIn(phone));
      assertThat(Tokens.subject(identity.signIn(phone))).isEqualTo(subject);
      assertThat(Tokens.subject(identity.signIn(RunningIdentity.newPhone()))).isNotEqualTo(subject);
    }
  }

  @Nested
  class Guessing {

    @Test
    void allowsFiveTriesOfWhichTheFifthMayBeRight() {
      identity.askForCode(phone);
      String code = identity.receivedCode(phone);
      for (int i = 1; i <= 4; i++) {
        assertThat(identity.redeem(phone, wrong(code, i)).status()).isEqualTo(401);
      }
      assertThat(identity.redeem(phone, code).status()).isEqualTo(200);
    }

    @Test
    void refusesTheRightCodeAfterFiveWrongOnesInTheSameWords() {
      identity.askForCode(phone);
      String code = identity.receivedCode(phone);
      String words = "";
      for (int i = 1; i <= 5; i++) {
        words = identity.redeem(phone, wrong(code, i)).text("detail");
      }
      Answer right = identity.redeem(phone, code);
      assertThat(right.status()).isEqualTo(401);
      assertThat(right.text("detail")).isEqualTo(words);
    }

    @Test
    void getsFiveTriesOutOfFiftyAtOnce() {
      identity.askForCode(phone);
      String code = identity.receivedCode(phone);
      List<Integer> statuses =
          Parallel.times(50, i -> identity.redeem(phone, wrong(code, i + 1)).status());
      assertThat(statuses).containsOnly(401);
      assertThat(Stored.phone(phone).getList("codes", org.bson.Document.class))
          .extracting(each -> each.getInteger("tries"))
          .containsExactly(5);
      assertThat(identity.redeem(phone, code).status()).isEqualTo(401);
    }

    @Test
    void answersAPhoneWithoutACodeLikeAWrongCode() {
      identity.askForCode(phone);
      Answer wrong = identity.redeem(phone, wrong(identity.receivedCode(phone), 1));
      Answer never = identity.redeem(RunningIdentity.newPhone(), "123456");
      assertThat(never.status()).isEqualTo(401);
      assertThat(never.text("detail")).isEqualTo(wrong.text("detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "12345a", "１２３４５６", "{$ne}", "-12345"})
    void refusesWhatIsNotSixDigitsWithoutUsingUpATry(String form) {
      identity.askForCode(phone);
      for (int i = 0; i < 6; i++) {
        Answer answer = identity.redeem(phone, form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("code:PATTERN");
      }
      assertThat(identity.redeem(phone, identity.receivedCode(phone)).status()).isEqualTo(200);
    }
  }

  @Nested
  class WhenTheSmsProviderFails {

    @AfterEach
    void heal() {
      RunningIdentity.noSmsFaults();
    }

    @Test
    void answers503AndDoesNotCountWhatWasSurelyNotSent() {
      RunningIdentity.smsFaults("{\"down\": true}");
      for (int i = 0; i < 7; i++) {
        Answer answer = identity.askForCode(phone);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("code-not-sent");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
      }
      RunningIdentity.noSmsFaults();
      for (int i = 0; i < 5; i++) {
        assertThat(identity.askForCode(phone).status()).isEqualTo(202);
      }
      assertThat(identity.askForCode(phone).status()).isEqualTo(429);
    }

    @Test
    void leavesACodeGoodThatWasDeliveredBefore() {
      identity.askForCode(phone);
      String delivered = identity.receivedCode(phone);
      RunningIdentity.smsFaults("{\"down\": true}");
      assertThat(identity.askForCode(phone).status()).isEqualTo(503);
      assertThat(identity.redeem(phone, delivered).status()).isEqualTo(200);
    }

    @Test
    void takesACodeThatArrivedAlthoughTheProviderSaidNothingAndSaysSoBefore() {
      RunningIdentity.smsFaults("{\"failAfterEffectRate\": 1.0}");
      Answer answer = identity.askForCode(phone);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("code-not-sent");
      assertThat(answer.text("detail")).contains("a code that arrives is good");
      assertThat(identity.redeem(phone, identity.receivedCode(phone)).status()).isEqualTo(200);
    }

    @Test
    void countsWhatMayHaveArrived() {
      RunningIdentity.smsFaults("{\"failAfterEffectRate\": 1.0}");
      for (int i = 0; i < 5; i++) {
        assertThat(identity.askForCode(phone).status()).isEqualTo(503);
      }
      assertThat(identity.askForCode(phone).status()).isEqualTo(429);
    }

    @Test
    void knowsThatNothingWasSentWhereNobodyListens() {
      Map<String, String> nobody = Map.of("nuanxin.providers.sms-url", "http://127.0.0.1:1/sms");
      try (RunningIdentity own = RunningIdentity.start("identity_nobody", nobody)) {
        for (int i = 0; i < 6; i++) {
          assertThat(own.askForCode(phone).status()).isEqualTo(503);
        }
      }
    }

    @Test
    void triesOnceMoreUnderTheSameKeySoThatOneMessageArrives() {
      RunningIdentity.smsFaults("{\"failAfterEffectRate\": 0.5, \"seed\": 7}");
      Set<Integer> statuses = new HashSet<>();
      for (int i = 0; i < 12; i++) {
        String each = RunningIdentity.newPhone();
        statuses.add(identity.askForCode(each).status());
        assertThat(RunningIdentity.received(each)).hasSize(1);
      }
      assertThat(statuses).contains(202);
    }

    @Test
    void answersWithinItsTwoTriesWhenTheProviderHangs() {
      RunningIdentity.smsFaults("{\"latencyMs\": 10000}");
      long start = System.nanoTime();
      Answer answer = identity.askForCode(phone);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void tellsOperatorsThatItIsDownAndWhenItIsBack() {
      try (RunningIdentity own = RunningIdentity.start("identity_watch")) {
        String token =
            own.signIn("ops", RunningIdentity.PASSWORD).json().get("accessToken").asString();
        RunningIdentity.smsFaults("{\"down\": true}");
        own.askForCode(phone);
        own.askForCode(phone);
        assertThat(smsState(own, token)).isEqualTo("DOWN");

        RunningIdentity.noSmsFaults();
        for (int i = 0; i < 5; i++) {
          own.askForCode(RunningIdentity.newPhone());
        }

        assertThat(smsState(own, token)).isEqualTo("UP");
      }
    }

    private static String smsState(RunningIdentity identity, String token) {
      return identity
          .get("/api/v1/ops/status", "Authorization", "Bearer " + token)
          .json()
          .at("/items/0/providers/0/state")
          .asString();
    }

    @Test
    void worksAgainAsSoonAsTheProviderDoes() {
      RunningIdentity.smsFaults("{\"down\": true}");
      assertThat(identity.askForCode(phone).status()).isEqualTo(503);
      RunningIdentity.noSmsFaults();
      assertThat(identity.signIn(phone).status()).isEqualTo(200);
    }
  }

  @Nested
  class ManyWorkersAtOnce {

    @Test
    void signsEachInOnce() {
      List<String> phones =
          java.util.stream.IntStream.range(0, 100)
              .mapToObj(i -> RunningIdentity.newPhone())
              .toList();
      List<Answer> answers = Parallel.times(100, i -> signIn(phones.get(i)));
      assertThat(answers).extracting(Answer::status).containsOnly(200);
      assertThat(answers.stream().map(Tokens::subject).distinct()).hasSize(100);
    }

    /** As a person does: whose code was not sent in time by a busy machine asks for another. */
    private Answer signIn(String number) {
      await()
          .pollDelay(Duration.ZERO)
          .atMost(Duration.ofSeconds(60))
          .until(() -> identity.askForCode(number).status() == 202);
      return identity.redeem(number, identity.receivedCode(number));
    }
  }

  private static String wrong(String code, int by) {
    return "%06d".formatted((Integer.parseInt(code) + by) % 1_000_000);
  }

  @Test
  void refusesTheWrongShapesOfCredentials() {
    assertThat(tokenErrors(Map.of("phone", phone))).containsExactly("code:REQUIRED");
    assertThat(tokenErrors(Map.of("code", "123456"))).containsExactly("phone:REQUIRED");
    assertThat(tokenErrors(Map.of())).containsExactly("phone:REQUIRED", "code:REQUIRED");
    assertThat(tokenErrors(Map.of("username", "ops"))).containsExactly("password:REQUIRED");
    assertThat(tokenErrors(Map.of("phone", phone, "code", "123456", "refreshToken", "x")))
        .containsExactlyInAnyOrder("phone:NOT_ALLOWED", "code:NOT_ALLOWED");
    assertThat(tokenErrors(Map.of("username", "a", "password", "b", "code", "123456")))
        .containsExactly("code:NOT_ALLOWED");
  }

  private List<String> tokenErrors(Map<String, String> body) {
    Answer answer = identity.post("/api/v1/auth/token", body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.errors();
  }
}
