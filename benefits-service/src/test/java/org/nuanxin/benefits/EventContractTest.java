package org.nuanxin.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.benefits.testing.RunningService;
import org.nuanxin.events.EventType;
import org.nuanxin.events.GrantEvent;
import org.nuanxin.kit.event.EventJson;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we read and what we say, against the approved samples. */
class EventContractTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static String sample(EventType type) throws IOException {
    try (InputStream file =
        RunningService.class.getResourceAsStream("/samples/" + type.type() + ".json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMBER_JOINED", "MEMBER_LEFT", "MEMBER_PHONE_CHANGED"})
  void readsTheApprovedSampleAndOneWithMoreFields(EventType type) throws IOException {
    String sample = sample(type);
    String tomorrows = sample.replaceFirst("\\{", "{\"addedTomorrow\": [1],");

    for (String data : new String[] {sample, tomorrows}) {
      ReceivedEvent received =
          new ReceivedEvent(
              "i", type, "k", 1, Instant.EPOCH, null, data.getBytes(StandardCharsets.UTF_8));
      assertThat(received.event()).isInstanceOf(type.record());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GRANT_ISSUED", "GRANT_WAITING", "GRANT_FAILED", "GRANT_CANCELLED"})
  void saysWhatTheApprovedSampleSays(EventType type) throws IOException {
    GrantEvent event = (GrantEvent) EventJson.read(sample(type), type.record());
    StoredEvent stored = StoredEvent.of("id", 1, Instant.EPOCH, null, event);

    JsonNode said = JSON.readTree(stored.data());
    assertThat(said).isEqualTo(JSON.readTree(sample(type)));
    assertThat(new TreeSet<>(said.propertyNames())).doesNotContain("phone", "name", "idNumber");
    assertThat(stored.key()).isEqualTo(event.memberId());
  }
}
