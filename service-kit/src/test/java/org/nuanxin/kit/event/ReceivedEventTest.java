package org.nuanxin.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.ApprovedSamples;
import org.nuanxin.events.EventType;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.kit.testing.TestEvents;

class ReceivedEventTest {

  private final StoredEvent stored = TestEvents.joined("m1", 7);

  @ParameterizedTest
  @EnumSource(EventType.class)
  void survivesTheWayOverTheWireUnchanged(EventType type) {
    StoredEvent sample =
        StoredEvent.of(
            "x-1",
            "x",
            1,
            Instant.parse("2026-11-24T01:05:00Z"),
            null,
            EventJson.read(ApprovedSamples.of(type), type.record()));

    ReceivedEvent received = ReceivedEvent.of(record(sample));

    assertThat(received.event()).isEqualTo(sample.event());
    assertThat(received.type()).isEqualTo(type);
    assertThat(received.traceparent()).isNull();
  }

  @Test
  void tellsWhatTheHeadersSay() {
    ReceivedEvent received = ReceivedEvent.of(record(stored));

    assertThat(received.id()).isEqualTo("m1-7");
    assertThat(received.key()).isEqualTo("m1");
    assertThat(received.sequence()).isEqualTo(7);
    assertThat(received.time()).isEqualTo(TestEvents.AT);
    assertThat(received.traceparent()).isEqualTo(TestEvents.TRACE);
  }

  @Nested
  class ARecord {

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_time", "ce_sequence"})
    void isBrokenWithoutAHeader(String header) {
      ConsumerRecord<String, byte[]> record = record(stored);
      record.headers().remove(header);

      assertThatThrownBy(() -> ReceivedEvent.of(record))
          .isInstanceOf(BrokenRecord.class)
          .hasMessage(header + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1.5", "one", "99999999999999999999"})
    void isBrokenWithASequenceThatIsNoInteger(String sequence) {
      assertBroken("ce_sequence", sequence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01T00:00:00Z", "2026-11-24"})
    void isBrokenWithATimeThatIsNone(String time) {
      assertBroken("ce_time", time);
    }

    @Test
    void isBrokenWithATypeOutsideTheCatalogue() {
      assertBroken("ce_type", "org.nuanxin.nothing.v1");
    }

    @Test
    void quotesNoPayloadWhenItCannotBeRead() {
      ConsumerRecord<String, byte[]> record = record(stored, "{\"memberId\": secret}");

      assertThatThrownBy(() -> ReceivedEvent.of(record).as(MemberJoined.class))
          .isInstanceOf(UnreadableEvent.class)
          .message()
          .doesNotContain("secret");
    }

    @Test
    void isUnreadableWithoutANumberThatMustBeThere() {
      ConsumerRecord<String, byte[]> record =
          record(stored, stored.data().replace("\"joiningOrdinal\":1", "\"joiningOrdinal\":null"));

      assertThatThrownBy(() -> ReceivedEvent.of(record).event())
          .isInstanceOf(UnreadableEvent.class);
    }

    private void assertBroken(String header, String value) {
      ConsumerRecord<String, byte[]> record = record(stored);
      record.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> ReceivedEvent.of(record)).isInstanceOf(BrokenRecord.class);
    }
  }

  private static ConsumerRecord<String, byte[]> record(StoredEvent event) {
    return record(event, event.data());
  }

  private static ConsumerRecord<String, byte[]> record(StoredEvent event, String data) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            event.topic(), 0, 0, event.key(), data.getBytes(StandardCharsets.UTF_8));
    CloudEventHeaders.of(event, "urn:nuanxin:kit".getBytes(StandardCharsets.UTF_8))
        .forEach(record.headers()::add);
    return record;
  }
}
