package org.nuanxin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the table of docs/events.md against the catalogue. */
class EventDocumentTest {

  @ParameterizedTest
  @EnumSource(EventType.class)
  void listsEachTypeOnceWithItsTopic(EventType type) throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/events.md")).stream()
            .filter(line -> line.startsWith("| `" + type.type() + "`"))
            .toList();

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst()).contains("| `" + type.topic() + "` |");
  }
}
