package org.nuanxin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessorTimeTest {

  @Test
  void readsTheTimesBehindWhateverNameAProcessHas() {
    String stat =
        "4711 (a) b (c d) S 1 4711 4711 0 -1 4194304 1234 0 0 0 250 50 7 8 20 0 12 0 100 0 0";

    assertThat(ProcessorTime.ofStat(stat)).isEqualTo(3.0);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void countsAProcessAndAllItHasStarted() throws Exception {
    Process child =
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; read x")
            .start();
    try {
      long self = ProcessHandle.current().pid();
      Map<Long, String> names = Map.of(self, "self", child.pid(), "child");
      await()
          .untilAsserted(() ->
              assertThat(ProcessorTime.of(self, names).seconds().get("child")).isGreaterThan(0.05));
      assertThat(ProcessorTime.of(self, names).total())
          .isGreaterThan(ProcessorTime.of(self, names).seconds().get("child"));
    } finally {
      child.destroy();
    }
  }

  @Test
  void tellsWhatWasUsedSinceThen() {
    ProcessorTime then = new ProcessorTime(Map.of("a", 1.0));
    ProcessorTime now = new ProcessorTime(Map.of("a", 3.0, "b", 2.0));

    assertThat(now.since(then).seconds()).isEqualTo(Map.of("a", 2.0, "b", 2.0));
    assertThat(now.since(then).total()).isEqualTo(4.0);
  }
}
