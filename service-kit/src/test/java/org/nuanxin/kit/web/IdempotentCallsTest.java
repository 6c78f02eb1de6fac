package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.security.AccessRules;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.localstack.testing.TestBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
    classes = IdempotentCallsTest.Ledger.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "nuanxin.mongo.database=kit-idempotency"})
class IdempotentCallsTest extends TinyServiceTest {

  private static final String PATH = "/api/v1/entries";
  private static final String TOKEN = TestTokens.worker("13800138000");

  private final String key = UUID.randomUUID().toString();

  @Autowired private MongoDatabase database;

  @DynamicPropertySource
  static void mongo(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", TestBackends::mongoUri);
  }

  @Test
  void runsOnceHoweverOftenTheCallIsRepeated() {
    HttpResponse<String> first = call(key, "coffee");

    assertThat(first.statusCode()).isEqualTo(201);
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> again = call(key, "coffee");
      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.headers().firstValue("Location"))
          .isEqualTo(first.headers().firstValue("Location"));
      assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
    }
    assertThat(Ledger.runs(key)).isEqualTo(1);
  }

  @Test
  void runsOnceWhenFiftyCallsComeAtOnce() throws Exception {
    List<HttpResponse<String>> answers = atOnce(50, () -> call(key, "coffee"));

    assertThat(Ledger.runs(key)).isEqualTo(1);
    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409);
    assertThat(answers.stream().filter(a -> a.statusCode() == 201).map(HttpResponse::body))
        .hasSizeGreaterThanOrEqualTo(1)
        .allMatch(body -> body.equals(call(key, "coffee").body()));
    answers.stream()
        .filter(answer -> answer.statusCode() == 409)
        .forEach(answer -> {
          problem(answer, 409, "in-flight");
          assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        });
  }

  @Test
  void refusesAnotherBodyUnderTheSameKey() {
    call(key, "coffee");

    problem(call(key, "tea"), 422, "idempotency-key-reused");
    assertThat(Ledger.runs(key)).isEqualTo(1);
  }

  @Test
  void keepsCallersApart() {
    call(key, "coffee");
    HttpResponse<String> other = call(TestTokens.worker("13900139000"), key, "tea");

    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(Ledger.runs(key)).isEqualTo(2);
  }

  @Test
  void givesTheKeyFreeWhenTheActionRefuses() {
    problem(call(key, "refused"), 409, "no-credit");
    problem(call(key, "refused"), 409, "no-credit");

    assertThat(Ledger.runs(key)).isEqualTo(2);
    assertThat(call(key, "coffee").statusCode()).isEqualTo(201);
  }

  @Test
  void runsAgainUnderTheSameOperationIdAfterACrashInTheMiddle() {
    call(key, "coffee");
    String operation = Ledger.OPERATIONS.get(key).peek();
    // As a crash leaves it: begun, never answered, the lease over.
    database
        .getCollection("idempotency")
        .updateOne(
            Filters.eq("_id", operation),
            Updates.combine(
                Updates.unset("answer"), Updates.set("until", Date.from(Instant.EPOCH))));

    assertThat(call(key, "coffee").statusCode()).isEqualTo(201);
    assertThat(Ledger.OPERATIONS.get(key)).containsExactly(operation, operation);
  }

  @Test
  void letsOnlyOneTakeOverAfterACrash() throws Exception {
    call(key, "coffee");
    database
        .getCollection("idempotency")
        .updateOne(
            Filters.eq("_id", Ledger.OPERATIONS.get(key).peek()),
            Updates.combine(
                Updates.unset("answer"), Updates.set("until", Date.from(Instant.EPOCH))));

    atOnce(20, () -> call(key, "coffee"));

    assertThat(Ledger.runs(key)).isEqualTo(2);
  }

  @Test
  void waitsForTheLeaseOfACallThatIsStillRunning() {
    call(key, "coffee");
    database
        .getCollection("idempotency")
        .updateOne(
            Filters.eq("_id", Ledger.OPERATIONS.get(key).peek()),
            Updates.combine(
                Updates.unset("answer"),
                Updates.set("until", Date.from(Instant.now().plusSeconds(30)))));

    problem(call(key, "coffee"), 409, "in-flight");
  }

  @Test
  void storesNothingReadable() {
    call(key, "张三 460200199001011234");

    for (Document stored : database.getCollection("idempotency").find()) {
      assertThat(stored.toJson()).doesNotContain("张三", "460200199001011234", key);
    }
  }

  @Test
  void forgetsAfterSevenDays() {
    List<Document> indexes =
        database.getCollection("idempotency").listIndexes().into(new ArrayList<>());

    assertThat(indexes)
        .anySatisfy(index ->
            assertThat(index.get("expireAfterSeconds", Number.class))
                .extracting(Number::longValue)
                .isEqualTo(7L * 24 * 3600));
  }

  @Test
  void asksForAKeyBeforeItLooksAtTheBody() {
    HttpResponse<String> response =
        post(
            PATH,
            java.net.http.HttpRequest.BodyPublishers.ofString("{"),
            "Authorization",
            "Bearer " + TOKEN,
            "Content-Type",
            "application/json");

    assertThat(errors(response)).containsExactly("Idempotency-Key REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "with space", "\t"})
  void refusesAKeyThatIsNone(String crooked) {
    assertThat(call(crooked, "coffee").statusCode()).isEqualTo(400);
  }

  @Test
  void refusesAnEndlessKey() {
    assertThat(errors(call("k".repeat(201), "coffee"))).containsExactly("Idempotency-Key PATTERN");
    assertThat(
            call("k".repeat(168) + UUID.randomUUID().toString().substring(4), "coffee")
                .statusCode())
        .isEqualTo(201);
  }

  private HttpResponse<String> call(String idempotencyKey, String text) {
    return call(TOKEN, idempotencyKey, text);
  }

  private HttpResponse<String> call(String token, String idempotencyKey, String text) {
    return post(
        PATH,
        java.net.http.HttpRequest.BodyPublishers.ofString("{\"text\":\"" + text + "\"}"),
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        idempotencyKey);
  }

  private static <T> List<T> atOnce(int times, java.util.concurrent.Callable<T> call)
      throws Exception {
    CountDownLatch ready = new CountDownLatch(times);
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        futures.add(
            threads.submit(() -> {
              ready.countDown();
              ready.await();
              return call.call();
            }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(60, TimeUnit.SECONDS));
      }
      return results;
    }
  }

  /** A service that writes entries, and counts how often it really did. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.nuanxin.kit.event.EventAutoConfiguration",
        "org.nuanxin.kit.deadletter.DeadLetterAutoConfiguration",
        "org.nuanxin.kit.consume.ConsumeAutoConfiguration",
        "org.nuanxin.kit.ops.OpsAutoConfiguration",
        "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
      })
  static class Ledger {

    static final Map<String, ConcurrentLinkedQueue<String>> OPERATIONS = new ConcurrentHashMap<>();

    static int runs(String key) {
      return OPERATIONS.getOrDefault(key, new ConcurrentLinkedQueue<>()).size();
    }

    @Bean
    AccessRules accessRules() {
      return rules -> rules.requestMatchers(PATH).authenticated();
    }

    record Entry(String text) {}

    record Written(String id, String text, @Nullable String note) {}

    @RestController
    static class Entries {

      private final IdempotencyStore store;

      Entries(IdempotencyStore store) {
        this.store = store;
      }

      @PostMapping(PATH)
      ResponseEntity<Written> write(
          @RequestHeader(IdempotencyKeys.HEADER) String key,
          Caller caller,
          @RequestBody Entry entry) {
        return store.onceAs(
            caller,
            key,
            entry,
            operation -> {
              OPERATIONS.computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>()).add(operation);
              if (entry.text().equals("refused")) {
                throw ProblemException.conflict("no-credit", "There is no credit.");
              }
              String id = UUID.randomUUID().toString();
              return ResponseEntity.created(URI.create(PATH + "/" + id))
                  .eTag("\"1\"")
                  .body(new Written(id, entry.text(), null));
            });
      }
    }
  }
}
