package org.nuanxin.membership.member;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.EventType;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.localstack.testing.TestBackends;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import org.springframework.boot.test.web.server.LocalManagementPort;
import tools.jackson.databind.JsonNode;

/** Sign-ups go on while the broker is away, and nobody who joined then is forgotten. */
class BrokerAwayTest extends RunningService {

  /**
   * Longer than the producer's delivery time-out of 10 s, so that what was handed to it is given up
   * and swept up again. {@code -Dnuanxin.test.broker-away=60} makes it a minute.
   */
  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("nuanxin.test.broker-away", 15));

  /** Under the 10 s after which the gateway gives up, on a machine that is busy besides. */
  private static final Duration PROMPT = Duration.ofSeconds(8);

  private static final Duration CAUGHT_UP = Duration.ofSeconds(120);
  private static final String OPERATOR = TestTokens.staff(Role.OPS);

  /** A worker who was accepted, as whom, and how long the answer took. */
  private record Accepted(Worker worker, String memberId, Duration took) {}

  @LocalManagementPort private int management;

  @Test
  void acceptsEverybodyMeanwhileAndAnnouncesEachOnceAfterwards() {
    awaitNothingPending();
    List<Accepted> meanwhile = new ArrayList<>();
    TestBackends.broker().stop();
    try {
      Instant back = Instant.now().plus(AWAY);
      await()
          .atMost(AWAY.multipliedBy(2))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> {
            meanwhile.add(accepted());
            return Instant.now().isAfter(back);
          });
      assertThat(health("readiness")).startsWith("200").contains("\"UP\"");
      assertThat(health("liveness")).startsWith("200").contains("\"UP\"");
      assertThat(status().path("lagKnown").asBoolean()).isFalse();
      assertThat(status().path("outboxPending").asInt()).isEqualTo(meanwhile.size());
    } finally {
      TestBackends.broker().start();
    }

    awaitNothingPending();
    assertThat(meanwhile).extracting(Accepted::took).allMatch(took -> took.compareTo(PROMPT) < 0);
    assertThat(meanwhile).extracting(Accepted::memberId).doesNotHaveDuplicates();
    Map<String, List<ConsumerRecord<String, byte[]>>> events = membershipEvents();
    assertThat(meanwhile)
        .allSatisfy(each -> assertThat(events.get(each.memberId())).satisfies(this::announceOnce));
    assertThat(health("readiness")).startsWith("200").contains("\"UP\"");
    showsOnTheTimelineWhatFollows(meanwhile.getLast());
  }

  /** One that is accepted at once, whatever became of the broker. */
  private Accepted accepted() {
    Worker worker = Worker.somebody();
    long asked = System.nanoTime();
    Answer answer = apply(worker);
    Duration took = Duration.ofNanos(System.nanoTime() - asked);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/state")).isEqualTo("APPROVED");
    return new Accepted(worker, answer.text("/memberId"), took);
  }

  /** Copies are allowed, of one and the same event; the first copies come in order. */
  private void announceOnce(List<? extends ConsumerRecord<String, byte[]>> events) {
    assertThat(
            events.stream()
                .filter(each ->
                    TestKafka.header(each, "ce_type").equals(EventType.MEMBER_JOINED.type()))
                .map(each -> TestKafka.header(each, "ce_id"))
                .distinct())
        .hasSize(1);
    assertThat(events.stream().map(each -> TestKafka.header(each, "ce_sequence")).distinct())
        .containsExactly("1", "2");
  }

  /** The service consumes again as well. */
  private void showsOnTheTimelineWhatFollows(Accepted member) {
    String grant = member.memberId() + ":WELCOME_GIFT:once";
    Instant now = Instant.now();
    publish(
        StoredEvent.of(
            grant + "-1",
            member.memberId(),
            1,
            now,
            null,
            new GrantIssued(
                "460200",
                member.memberId(),
                grant,
                "WELCOME_GIFT",
                "once",
                "zh-CN",
                "REF-1",
                List.of(),
                null,
                null,
                now)));

    await()
        .atMost(CAUGHT_UP)
        .untilAsserted(() ->
            assertThat(get(member.worker().token(), "/api/v1/me/timeline").body())
                .contains("grant.issued"));
  }

  private void awaitNothingPending() {
    await().atMost(CAUGHT_UP).until(() -> status().path("outboxPending").asInt() == 0);
  }

  private JsonNode status() {
    return get(OPERATOR, "/api/v1/ops/status").json().at("/items/0");
  }

  private String health(String probe) {
    Answer answer =
        send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + management + "/actuator/health/" + probe))
                .build());
    return answer.status() + " " + answer.body();
  }

  /** All events of the topic from the beginning to what is there now, by member. */
  private static Map<String, List<ConsumerRecord<String, byte[]>>> membershipEvents() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestBackends.kafka(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.MEMBERSHIP).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(events::add);
      }
      return events.stream().collect(groupingBy(ConsumerRecord::key));
    }
  }
}
