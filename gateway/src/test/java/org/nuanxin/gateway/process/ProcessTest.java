package org.nuanxin.gateway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** The launcher's line, and the profile that never leaves this machine. */
class ProcessTest {

  @Test
  void endsWhenTheLauncherIsGoneAndNotBefore() throws IOException {
    AtomicBoolean ended = new AtomicBoolean();
    PipedOutputStream launcher = new PipedOutputStream();
    new Lifeline(new PipedInputStream(launcher), () -> ended.set(true)).hold();
    launcher.write(1);
    launcher.flush();
    assertThat(ended).isFalse();
    launcher.close();
    await().untilTrue(ended);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
  void startsInTheLocalProfileOnLoopback(String address) {
    guard(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", ""})
  void refusesToStartInTheLocalProfileElsewhere(String address) {
    assertThatIllegalStateException()
        .isThrownBy(() -> guard(address))
        .withMessageContaining("127.0.0.1");
  }

  private static void guard(String address) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles("local");
    if (!address.isEmpty()) {
      environment.setProperty("server.address", address);
    }
    new LocalProfileGuard().postProcessEnvironment(environment, new SpringApplication());
  }
}
