package org.nuanxin.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.ApprovedSamples;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.events.VisitCheckedIn;
import org.nuanxin.kit.event.EventJson;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.localstack.testing.TestBackends;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckInTest extends RunningService {

  private static final String VISITS = STATIONS + "/st-001/visits";
  private static final String RIGHT = "{\"code\":\"NEAXG7\"}";
  private static final String WRONG = "{\"code\":\"AAAAAA\"}";

  @Autowired MongoDatabase database;

  @Nested
  class WithTheRightCode {

    @Test
    void storesOneVisitADayAndTellsOthersOnce() {
      String phone = newPhone();
      String worker = TestTokens.worker(phone);

      List<Answer> answers =
          IntStream.range(0, 10).parallel().mapToObj(i -> post(worker, VISITS, RIGHT)).toList();

      assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
      assertThat(answers.stream().map(answer -> answer.json().get("id")).distinct()).hasSize(1);
      String key = TestPii.blindIndex().of(phone, BlindIndex.PHONE);
      List<ConsumerRecord<String, byte[]>> records = eventsOf(key, 1);
      VisitCheckedIn event = EventJson.read(records.getFirst().value(), VisitCheckedIn.class);
      assertThat(event.stationId()).isEqualTo("st-001");
      assertThat(event.phoneIndex()).isEqualTo(key);
      assertThat(
              new String(
                  records.getFirst().headers().lastHeader("ce_type").value(),
                  StandardCharsets.UTF_8))
          .isEqualTo(EventType.VISIT_CHECKED_IN.type());
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> database.getCollection("visits").find(new Document("p", key)).first(),
              visit -> visit != null && !visit.containsKey("outbox"));
    }

    @Test
    void countsTheNextDayAgain() {
      String worker = TestTokens.worker(newPhone());
      clock.set(Instant.parse("2026-11-24T15:59:59Z"));
      Answer today = post(worker, VISITS, RIGHT);
      clock.set(Instant.parse("2026-11-24T16:00:00Z"));
      Answer tomorrow = post(worker, VISITS, RIGHT);

      assertThat(today.json().get("day").asString()).isEqualTo("2026-11-24");
      assertThat(tomorrow.status()).isEqualTo(201);
      assertThat(tomorrow.json().get("day").asString()).isEqualTo("2026-11-25");
    }

    @Test
    void writesTheApprovedShapeOfTheEvent() {
      String worker = TestTokens.worker(newPhone());
      post(worker, VISITS, RIGHT);
      JsonMapper json = JsonMapper.builder().build();
      JsonNode sample = json.readTree(ApprovedSamples.of(EventType.VISIT_CHECKED_IN));

      ConsumerRecord<String, byte[]> record = eventsOf("", 1).getLast();

      assertThat(json.readTree(record.value()).propertyNames())
          .containsExactlyInAnyOrderElementsOf(sample.propertyNames());
    }

    @Test
    void takesSmallLettersAndSpacesAroundIt() {
      assertThat(post(TestTokens.worker(newPhone()), VISITS, "{\"code\":\" neaxg7 \"}").status())
          .isEqualTo(201);
    }

    @Test
    void knowsTheVisitorByTheTokenOfAnotherIssuer() {
      String phone = newPhone();

      assertThat(post(TestTokens.workerOfOtherIssuer(phone), VISITS, RIGHT).status())
          .isEqualTo(201);
      assertThat(post(TestTokens.worker(phone), VISITS, RIGHT).status()).isEqualTo(200);
    }
  }

  @Nested
  class WithAWrongCode {

    @Test
    void saysSoAndStoresNothing() {
      Answer answer = post(TestTokens.worker(newPhone()), VISITS, WRONG);

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.errors()).containsExactly("code WRONG_CODE");
    }

    @Test
    void stopsGuessingAfterTenTriesAlsoAtOnce() {
      String worker = TestTokens.worker(newPhone());
      // An hour to come: tries of long ago are what the database forgets by itself.
      Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
      clock.set(hour.plus(Duration.ofMinutes(30)));

      List<Integer> statuses =
          IntStream.range(0, 30)
              .parallel()
              .mapToObj(i -> post(worker, VISITS, WRONG).status())
              .toList();
      Answer refused = post(worker, VISITS, RIGHT);
      clock.set(hour.plus(Duration.ofHours(1)));

      assertThat(statuses.stream().filter(status -> status == 422)).hasSize(10);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("1800");
      assertThat(post(worker, VISITS, RIGHT).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"code\":null}",
          "{\"code\":\"\"}",
          "{\"code\":123456}",
          "{\"code\":{\"$ne\":\"\"}}",
          "{\"code\":\"NEAXG7\",\"code\":\"NEAXG7\"}",
          "{\"code\":\"NEAXG7\",\"extra\":1}",
          "",
          "[]",
          "{\"code\":",
        })
    void refusesABodyThatIsNotOne(String body) {
      Answer answer = post(TestTokens.worker(newPhone()), VISITS, body);

      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @Nested
  class WithoutTheRight {

    @Test
    void doesNotKnowTheStation() {
      assertThat(post(TestTokens.worker(newPhone()), STATIONS + "/nowhere/visits", RIGHT).status())
          .isEqualTo(404);
      assertThat(post(TestTokens.worker(newPhone(), "460100"), VISITS, RIGHT).status())
          .isEqualTo(404);
    }

    @Test
    void refusesWhoIsNotKnown() {
      assertThat(post("", VISITS, RIGHT).status()).isEqualTo(401);
      assertThat(post(TestTokens.expired(newPhone()), VISITS, RIGHT).status()).isEqualTo(401);
      assertThat(post(TestTokens.forOtherAudience(newPhone()), VISITS, RIGHT).status())
          .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "WORKER", mode = EnumSource.Mode.EXCLUDE)
    void refusesOtherRoles(Role role) {
      assertThat(post(TestTokens.staff(role), VISITS, RIGHT).status()).isEqualTo(403);
    }

    @Test
    void needsAPhone() {
      String worker = TestTokens.with("someone", Map.of("roles", List.of("WORKER")));

      assertThat(post(worker, VISITS, RIGHT).status()).isEqualTo(403);
    }
  }

  /** Events with this key, all where it is empty; at least so many. */
  private static List<ConsumerRecord<String, byte[]>> eventsOf(String key, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", TestBackends.kafka(),
            "group.id", UUID.randomUUID().toString(),
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.STATIONS));
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInSameThread()
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(300))
                .forEach(record -> {
                  if (key.isEmpty() || record.key().equals(key)) {
                    found.add(record);
                  }
                });
            return found.size() >= count;
          });
      assertThat(found.size()).isGreaterThanOrEqualTo(count);
      return found;
    }
  }
}
