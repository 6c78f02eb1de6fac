package org.nuanxin.membership.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.events.EventType;
import org.nuanxin.kit.event.EventJson;

/** What this service consumes and produces is what the approved samples say. */
class EventSamplesTest {

  @ParameterizedTest
  @EnumSource(EventType.class)
  void readsTheApprovedSampleAndWritesItBack(EventType type) throws IOException {
    try (InputStream sample =
        EventSamplesTest.class.getResourceAsStream("/samples/" + type.type() + ".json")) {
      assertThat(sample).as("sample of %s", type).isNotNull();
      byte[] bytes = sample.readAllBytes();

      Object event = EventJson.read(bytes, type.record());

      assertThat(EventJson.read(EventJson.write(event), type.record())).isEqualTo(event);
    }
  }
}
