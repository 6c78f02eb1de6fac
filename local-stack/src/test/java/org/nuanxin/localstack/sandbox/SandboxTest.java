package org.nuanxin.localstack.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.localstack.sandbox.SandboxClient.Reply;
import tools.jackson.databind.JsonNode;

class SandboxTest {

  @TempDir Path data;

  private Sandbox sandbox;
  private SandboxClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(data, 0);
    client = new SandboxClient(sandbox.url());
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  private void restart() throws IOException {
    stop();
    start();
  }

  private JsonNode ledger(String provider) throws Exception {
    return client.get("/ledger").body().get(provider);
  }

  @Nested
  class Booking {

    @ParameterizedTest
    @CsvSource({
      "/insurer/policies, policyNumber, insurer",
      "/clinic/entitlements, entitlementNumber, clinic"
    })
    void givesANumberAndShowsTheBookingToTheMember(String path, String number, String provider)
        throws Exception {
      Reply reply = client.post(path, SandboxClient.booking("m1:P:1", "m1"));

      assertThat(reply.status()).isEqualTo(201);
      assertThat(reply.body().get("id").asString()).isNotEmpty();
      assertThat(reply.body().get(number).asString()).isNotEmpty();
      assertThat(reply.body().get("bookedAt").asString()).isNotEmpty();
      JsonNode items = client.get(path + "?memberId=m1").body().get("items");
      assertThat(items).hasSize(1);
      assertThat(items.get(0).get("idempotencyKey").asString()).isEqualTo("m1:P:1");
      assertThat(items.get(0).get("cancelledAt").isNull()).isTrue();
      assertThat(ledger(provider).get("booked").asInt()).isEqualTo(1);
    }

    @Test
    void answersAKnownKeyWithTheSameBookingAndCountsTheRepetition() throws Exception {
      Reply first = client.insure("m1:P:1", "m1");
      Reply second = client.insure("m1:P:1", "m1");

      assertThat(second.status()).isEqualTo(200);
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(ledger("insurer").toString())
          .isEqualTo(
              """
              {"calls":2,"booked":1,"distinctKeys":1,"distinctMembers":1,"repeated":1}\
              """);
    }

    @Test
    void booksAMemberTwiceUnderTwoKeysAsARealProviderWould() throws Exception {
      client.insure("m1:P:1", "m1");
      client.insure("m1:P:2", "m1");

      assertThat(ledger("insurer").get("booked").asInt()).isEqualTo(2);
      assertThat(ledger("insurer").get("distinctMembers").asInt()).isEqualTo(1);
      assertThat(client.get("/insurer/policies?memberId=m1").body().get("items")).hasSize(2);
    }

    @Test
    void booksOnceHoweverManyAskAtOnce() throws Exception {
      List<Future<Integer>> statuses = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 50; i++) {
          statuses.add(threads.submit(() -> client.insure("m1:P:1", "m1").status()));
        }
      }

      int made = 0;
      for (Future<Integer> status : statuses) {
        made += status.get() == 201 ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
      assertThat(ledger("insurer").get("repeated").asInt()).isEqualTo(49);
    }

    @Test
    void isFoundByItsKeyHoweverTheKeyIsEncoded() throws Exception {
      client.insure("m1:P:1", "m1");

      assertThat(client.get("/insurer/policies/by-key/m1:P:1").status()).isEqualTo(200);
      assertThat(
              client.get("/insurer/policies/by-key/m1%3AP%3A1").body().get("memberId").asString())
          .isEqualTo("m1");
      assertThat(client.get("/insurer/policies/by-key/m1:P:2").status()).isEqualTo(404);
      assertThat(client.get("/clinic/entitlements/by-key/m1:P:1").status()).isEqualTo(404);
    }

    @Test
    void isCancelledOnceByItsKey() throws Exception {
      client.insure("m1:P:1", "m1");

      Reply first = client.post("/insurer/policies/cancel", "{\"idempotencyKey\":\"m1:P:1\"}");
      Reply second = client.post("/insurer/policies/cancel", "{\"idempotencyKey\":\"m1:P:1\"}");

      assertThat(first.status()).isEqualTo(200);
      assertThat(first.body().get("cancelledAt").asString()).isNotEmpty();
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(
              client
                  .get("/insurer/policies?memberId=m1")
                  .body()
                  .at("/items/0/cancelledAt")
                  .asString())
          .isEqualTo(first.body().get("cancelledAt").asString());
      assertThat(client.post("/insurer/policies/cancel", "{\"idempotencyKey\":\"none\"}").status())
          .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"{}", "[]", "nothing", "{\"idempotencyKey\":\"k\"}", "{\"memberId\":\"m\"}"})
    void refusesWhatItCannotRead(String body) throws Exception {
      assertThat(client.post("/insurer/policies", body).status()).isEqualTo(400);
      assertThat(ledger("insurer").get("booked").asInt()).isZero();
    }

    @Test
    void isMadeForEachOfABundleAsIfItHadComeAlone() throws Exception {
      JsonNode known = client.insure("m1:P:1", "m1").body();

      Reply reply =
          client.post(
              "/insurer/policies/bundle",
              "{\"items\":["
                  + String.join(
                      ",",
                      SandboxClient.booking("m2:P:1", "m2"),
                      SandboxClient.booking("m1:P:1", "m1"),
                      SandboxClient.booking("nobody", ""),
                      "null",
                      SandboxClient.booking("m3:P:1", "m3"))
                  + "]}");

      assertThat(reply.status()).isEqualTo(200);
      JsonNode items = reply.body().get("items");
      assertThat(items.valueStream().map(item -> item.get("status").asInt()))
          .containsExactly(201, 200, 400, 400, 201);
      assertThat(items.valueStream().map(item -> item.get("idempotencyKey").asString()))
          .containsExactly("m2:P:1", "m1:P:1", "nobody", "", "m3:P:1");
      assertThat(items.get(1).get("body")).isEqualTo(known);
      assertThat(items.get(4).get("body"))
          .isEqualTo(client.get("/insurer/policies/by-key/m3:P:1").body());
      assertThat(ledger("insurer").toString())
          .isEqualTo(
              """
              {"calls":4,"booked":3,"distinctKeys":3,"distinctMembers":3,"repeated":1}\
              """);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "501, 413"})
    void isMadeForNoneOfABundleThatIsEmptyOrTooLarge(int size, int status) throws Exception {
      String items =
          IntStream.range(0, size)
              .mapToObj(i -> SandboxClient.booking("k" + i, "m" + i))
              .collect(Collectors.joining(","));

      assertThat(client.post("/insurer/policies/bundle", "{\"items\":[" + items + "]}").status())
          .isEqualTo(status);
      assertThat(client.post("/insurer/policies/bundle", "[]").status()).isEqualTo(400);
      assertThat(ledger("insurer").get("booked").asInt()).isZero();
    }

    @Test
    void listsAllPageByPage() throws Exception {
      for (int i = 0; i < 1_001; i++) {
        client.insure("k" + i, "m" + i);
      }

      JsonNode first = client.get("/insurer/policies").body();
      assertThat(first.get("items")).hasSize(1_000);
      JsonNode second =
          client.get("/insurer/policies?cursor=" + first.get("next").asString()).body();
      assertThat(second.get("items")).hasSize(1);
      assertThat(second.get("next").isNull()).isTrue();
    }
  }

  @Nested
  class Messages {

    private Reply send(String key, String phone, String code) throws Exception {
      return client.post(
          "/sms/messages",
          """
          {"idempotencyKey": "%s", "phone": "%s", "template": "otp", "text": "验证码 %s",
           "params": {"code": "%s"}}\
          """
              .formatted(key, phone, code, code));
    }

    @ParameterizedTest
    @CsvSource({"%2B8613800138000", "13800138000", "+8613800138000", "138-0013-8000"})
    void reachThePhoneNewestFirstHoweverItIsWritten(String phone) throws Exception {
      assertThat(send("k1", "+8613800138000", "111111").status()).isEqualTo(202);
      send("k2", "+8613800138000", "222222");

      JsonNode items = client.get("/sms?phone=" + phone).body().get("items");

      assertThat(items).hasSize(2);
      assertThat(items.at("/0/params/code").asString()).isEqualTo("222222");
      assertThat(items.at("/1/text").asString()).isEqualTo("验证码 111111");
    }

    @Test
    void areSentOncePerKey() throws Exception {
      Reply first = send("k1", "+8613800138000", "111111");
      Reply second = send("k1", "+8613800138000", "111111");

      assertThat(second.status()).isEqualTo(200);
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(client.get("/sms/messages/by-key/k1").body()).isEqualTo(first.body());
      assertThat(client.get("/sms/messages/by-key/k2").status()).isEqualTo(404);
      assertThat(client.get("/sms?phone=13800138000").body().get("items")).hasSize(1);
      assertThat(ledger("sms").get("repeated").asInt()).isEqualTo(1);
    }

    @Test
    void ofABundleAreSentEachAsIfItHadComeAlone() throws Exception {
      JsonNode known = send("k1", "+8613800138000", "111111").body();
      String item = "{\"idempotencyKey\":\"%s\",\"phone\":\"%s\"}";

      Reply reply =
          client.post(
              "/sms/messages/bundle",
              "{\"items\":["
                  + item.formatted("k2", "+8613900139000")
                  + ","
                  + item.formatted("k1", "+8613800138000")
                  + ",null,"
                  + item.formatted("k3", "")
                  + "]}");

      JsonNode items = reply.body().get("items");
      assertThat(items.valueStream().map(each -> each.get("status").asInt()))
          .containsExactly(202, 200, 400, 400);
      assertThat(items.get(1).get("body")).isEqualTo(known);
      assertThat(items.get(0).get("body")).isEqualTo(client.get("/sms/messages/by-key/k2").body());
      assertThat(ledger("sms").get("booked").asInt()).isEqualTo(2);
    }

    @Test
    void needAPhone() throws Exception {
      assertThat(client.get("/sms").status()).isEqualTo(400);
      assertThat(client.get("/sms?phone=13900000000").body().get("items")).isEmpty();
    }
  }

  @Nested
  class FaultsSwitchedOn {

    @Test
    void downAnswers503WithoutEffectUntilReset() throws Exception {
      client.put("/faults/insurer", "{\"down\":true}");

      assertThat(client.insure("k", "m").status()).isEqualTo(503);
      assertThat(client.get("/insurer/policies/by-key/k").status()).isEqualTo(503);
      assertThat(client.post("/clinic/entitlements", SandboxClient.booking("k", "m")).status())
          .isEqualTo(201);
      assertThat(client.delete("/faults/insurer").status()).isEqualTo(200);
      assertThat(client.insure("k", "m").status()).isEqualTo(201);
      assertThat(ledger("insurer").toString())
          .isEqualTo(
              """
              {"calls":2,"booked":1,"distinctKeys":1,"distinctMembers":1,"repeated":0}\
              """);
    }

    @Test
    void strikeABundleAsTheOneCallItIs() throws Exception {
      String bundle =
          "{\"items\":["
              + SandboxClient.booking("k1", "m1")
              + ","
              + SandboxClient.booking("k2", "m2")
              + "]}";
      client.put("/faults/insurer", "{\"down\":true}");

      assertThat(client.post("/insurer/policies/bundle", bundle).status()).isEqualTo(503);
      assertThat(ledger("insurer").toString())
          .isEqualTo(
              """
              {"calls":1,"booked":0,"distinctKeys":0,"distinctMembers":0,"repeated":0}\
              """);
      client.put("/faults/insurer", "{\"failAfterEffectRate\":1}");
      assertThat(client.post("/insurer/policies/bundle", bundle).status()).isEqualTo(500);
      assertThat(ledger("insurer").get("booked").asInt()).isEqualTo(2);
    }

    @Test
    void failRateFailsTheSameCallsForTheSameSeedWithoutEffect() throws Exception {
      List<Integer> first = fates("a");
      List<Integer> second = fates("b");

      assertThat(second).isEqualTo(first).contains(500, 201);
      long booked = first.stream().filter(status -> status == 201).count();
      assertThat(ledger("insurer").get("booked").asLong()).isEqualTo(2 * booked);
    }

    private List<Integer> fates(String prefix) throws Exception {
      client.put("/faults/insurer", "{\"failRate\":0.5,\"seed\":7}");
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        statuses.add(client.insure(prefix + i, "m" + i).status());
      }
      return statuses;
    }

    @Test
    void failAfterEffectBooksAndThenAnswers500OrNothing() throws Exception {
      client.put("/faults/insurer", "{\"failAfterEffectRate\":1}");

      assertThat(client.insure("k1", "m1").status()).isEqualTo(500);
      assertThatThrownBy(() -> client.insure("k2", "m2")).isInstanceOf(IOException.class);
      client.delete("/faults/insurer");
      assertThat(client.get("/insurer/policies/by-key/k1").status()).isEqualTo(200);
      assertThat(client.insure("k2", "m2").status()).isEqualTo(200);
    }

    @Test
    void latencyDelaysTheProviderAndNotTheLookAtItsBooks() throws Exception {
      client.put("/faults/insurer", "{\"latencyMs\":3000}");

      long begin = System.nanoTime();
      client.insure("k", "m");
      long booked = System.nanoTime();
      client.get("/insurer/policies?memberId=m");
      long looked = System.nanoTime();

      assertThat(booked - begin).isGreaterThanOrEqualTo(3_000_000_000L);
      assertThat(looked - booked).isLessThan(3_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"{\"failRate\":1.1}", "{\"latencyMs\":-1}", "{\"failAfterEffectRate\":-0.1}", "x"})
    void refusesFaultsThatCannotBe(String faults) throws Exception {
      assertThat(client.put("/faults/sms", faults).status()).isEqualTo(400);
      assertThat(client.get("/faults/sms").body().get("failRate").asDouble()).isZero();
    }

    @Test
    void refusesAnUnknownProvider() throws Exception {
      assertThat(client.put("/faults/bank", "{}").status()).isEqualTo(404);
    }
  }

  @Nested
  class Books {

    @Test
    void surviveARestart() throws Exception {
      Reply booked = client.insure("k1", "m1");
      client.insure("k1", "m1");
      client.insure("k2", "m2");
      client.post("/insurer/policies/cancel", "{\"idempotencyKey\":\"k2\"}");
      client.post("/sms/messages", "{\"idempotencyKey\":\"s\",\"phone\":\"+8613800138000\"}");
      JsonNode before = client.get("/ledger").body();

      restart();

      assertThat(client.get("/ledger").body()).isEqualTo(before);
      assertThat(client.insure("k1", "m1").body()).isEqualTo(booked.body());
      assertThat(client.get("/insurer/policies/by-key/k2").body().get("cancelledAt").isNull())
          .isFalse();
      assertThat(client.insure("k3", "m3").body().get("id").asString())
          .isNotEqualTo(booked.body().get("id").asString());
      assertThat(client.get("/sms?phone=13800138000").body().get("items")).hasSize(1);
    }

    @Test
    void forgetALineThatWasCutOffInTheMiddle() throws Exception {
      client.insure("k1", "m1");
      stop();
      Files.writeString(
          data.resolve("insurer.journal"),
          "B{\"id\":\"pol",
          StandardCharsets.UTF_8,
          StandardOpenOption.APPEND);

      start();

      assertThat(ledger("insurer").get("booked").asInt()).isEqualTo(1);
      assertThat(client.insure("k2", "m2").status()).isEqualTo(201);
      restart();
      assertThat(ledger("insurer").get("booked").asInt()).isEqualTo(2);
    }
  }

  @Test
  void tellsThatItIsUp() throws Exception {
    assertThat(client.get("/health").body().get("status").asString()).isEqualTo("UP");
  }

  @Test
  void answers404OutsideItsPaths() throws Exception {
    assertThat(client.get("/").status()).isEqualTo(404);
    assertThat(client.get("/bank/accounts").status()).isEqualTo(404);
    assertThat(client.get("/insurer/claims").status()).isEqualTo(404);
  }
}
