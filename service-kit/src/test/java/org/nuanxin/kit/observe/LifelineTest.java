package org.nuanxin.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LifelineTest {

  private final AtomicInteger ends = new AtomicInteger();

  @Test
  void endsTheProcessWhenTheLauncherIsGone() throws Exception {
    PipedOutputStream launcher = new PipedOutputStream();
    new Lifeline(new PipedInputStream(launcher), ends::incrementAndGet).hold();
    launcher.write("hello".getBytes());
    launcher.flush();
    assertThat(ends).hasValue(0);

    launcher.close();

    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ends).hasValue(1));
  }
}
