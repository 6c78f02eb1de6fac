package org.nuanxin.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.deadletter.DeadLetter;
import org.nuanxin.kit.deadletter.TestDeadLetters;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestEvents;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.kit.web.TinyServiceTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Log lines as a service writes them, JSON, with the tracing that Spring Boot sets up for it. */
@ExtendWith(OutputCaptureExtension.class)
class RecordTracesTest extends TinyServiceTest {

  private static final Logger log = LoggerFactory.getLogger(RecordTracesTest.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String POISON = "1".repeat(32);
  private static final String OTHER = "2".repeat(32);

  private final TestDatabase database = TestDatabase.fresh();
  private final TestDeadLetters store =
      TestDeadLetters.in(database.get(), Clock.systemUTC(), new SimpleMeterRegistry());
  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final EventPublisher publisher = new EventPublisher(producer, "urn:nuanxin:kit");
  private final Subscription subscription =
      Subscription.of(
          "test.traces",
          Topics.MEMBERSHIP,
          Set.of(EventType.MEMBER_JOINED),
          RecordTracesTest::handle);
  private final BatchProcessor processor =
      new BatchProcessor(subscription, publisher, store.setAside());

  @AfterEach
  void close() {
    producer.close();
    database.close();
  }

  @Test
  void carryTheTraceOfTheRecordThatIsHandledAlone(CapturedOutput output) {
    processor.process(List.of(record("poison", POISON), record("good", OTHER)));

    assertThat(traces(output, "handling [poison]")).containsExactly(POISON);
    assertThat(traces(output, "A record was set aside")).containsExactly(POISON);
    assertThat(traces(output, "handling [good]")).containsExactly(OTHER);
  }

  @Test
  void carryNoneForABatchSinceItBelongsToNoTraceAlone(CapturedOutput output) {
    processor.process(List.of(record("poison", POISON), record("good", OTHER)));

    assertThat(traces(output, "handling [poison, good]")).containsExactly("");
  }

  @Test
  void leakNoTraceToTheNextRecord(CapturedOutput output) {
    processor.process(List.of(record("poison", POISON), record("untraced", null)));
    log.info("afterwards");

    assertThat(traces(output, "handling [poison]")).containsExactly(POISON);
    assertThat(traces(output, "handling [untraced]")).containsExactly("");
    assertThat(traces(output, "afterwards")).containsExactly("");
  }

  @Test
  void carryTheTraceOfARecordThatCannotEvenBeRead(CapturedOutput output) {
    ConsumerRecord<String, byte[]> broken = record("broken", POISON);
    broken.headers().remove("ce_id");

    processor.process(List.of(broken, record("good", OTHER)));

    assertThat(traces(output, "A record was set aside")).containsExactly(POISON);
  }

  @Test
  void carryTheTraceOfALetterThatIsRedriven(CapturedOutput output) {
    processor.process(List.of(record("poison", POISON)));
    DeadLetter letter = store.letters().list(null, null, null, 1).getFirst();

    new Redrive(List.of(subscription), publisher, store.claims()).redrive(letter.id());
    log.info("afterwards");

    assertThat(traces(output, "handling [poison]")).containsExactly(POISON, POISON);
    assertThat(traces(output, "afterwards")).containsExactly("");
  }

  private static List<StoredEvent> handle(List<ReceivedEvent> batch) {
    List<String> keys = batch.stream().map(ReceivedEvent::key).toList();
    log.info("handling {}", keys);
    if (keys.contains("poison")) {
      throw new IllegalStateException("as wanted");
    }
    return List.of();
  }

  private static ConsumerRecord<String, byte[]> record(String key, @Nullable String trace) {
    StoredEvent event = TestEvents.joined(key, 1);
    var record =
        new ConsumerRecord<>(
            Topics.MEMBERSHIP,
            0,
            key.hashCode(),
            key,
            event.data().getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_id", event.id(),
            "ce_type", event.type(),
            "ce_time", event.time().toString(),
            "ce_sequence", "1",
            "traceparent", trace == null ? "" : "00-" + trace + "-00f067aa0ba902b7-01")
        .forEach((name, value) -> record.headers().add(name, value.getBytes()));
    return record;
  }

  /** The trace id of each line with this message; empty where it has none. */
  private static List<String> traces(CapturedOutput output, String message) {
    return output
        .getOut()
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(JSON::readTree)
        .filter(line -> line.path("message").asString().equals(message))
        .map(RecordTracesTest::trace)
        .toList();
  }

  private static String trace(JsonNode line) {
    return line.path("traceId").asString();
  }
}
