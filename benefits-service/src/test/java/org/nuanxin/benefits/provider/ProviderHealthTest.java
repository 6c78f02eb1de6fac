package org.nuanxin.benefits.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.grant.Provider;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.programme.Validity;
import org.nuanxin.benefits.provider.ProviderHealth.Circuit;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.kit.ops.ProviderWatch.State;

/** What is told of a provider, from real calls to it. */
class ProviderHealthTest {

  private final TestSandbox sandbox = TestSandbox.start();
  private final Providers providers =
      new Providers(
          new ProviderSettings(
              32,
              1,
              Duration.ofSeconds(10),
              Duration.ofSeconds(20),
              // A loaded build machine is not a slow provider.
              Duration.ofSeconds(2),
              Duration.ofMillis(300)),
          new SimpleMeterRegistry());
  private final Provider insurer = providers.insurer(sandbox.url() + "/insurer");

  @BeforeEach
  void warmUp() {
    // Past the breaker, so that the first calls are not slow for being the first.
    insurer.prepare();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private void order(int count) {
    insurer.provide(
        IntStream.range(0, count)
            .mapToObj(i ->
                new Order(
                    new GrantId(TestMember.someone().id(), Programme.ACCIDENT_INSURANCE, "1"),
                    "460200",
                    Validity.UNBOUNDED,
                    false))
            .toList());
  }

  private ProviderHealth health() {
    return providers.health().getFirst();
  }

  @Test
  void saysOfOneNobodyCalledThatItIsUpAndHasNotAnswered() {
    providers.clinic(sandbox.url() + "/clinic");

    assertThat(providers.health())
        .containsExactly(
            new ProviderHealth(
                "insurer", Programme.ACCIDENT_INSURANCE, State.UP, Circuit.CLOSED, null),
            new ProviderHealth("clinic", Programme.HEALTH_CHECK, State.UP, Circuit.CLOSED, null));
  }

  @Test
  void remembersTheLastSuccess() {
    Instant before = Instant.now().minusSeconds(1);

    order(3);

    assertThat(health().state()).isEqualTo(State.UP);
    assertThat(health().lastSuccessAt()).isBetween(before, Instant.now().plusSeconds(1));
  }

  @Test
  void saysThatItIsSlowWhereHalfOfTheCallsAre() {
    order(8);
    sandbox.faults("insurer", "{\"latencyMs\": 2300}");

    order(12);

    assertThat(health().state()).isEqualTo(State.SLOW);
    assertThat(health().circuit()).isEqualTo(Circuit.CLOSED);
  }

  @Test
  void saysThatItIsSlowAndNotDownWhereSlownessHasOpenedTheCircuit() {
    sandbox.faults("insurer", "{\"latencyMs\": 2300}");

    order(20);

    assertThat(health().state()).isEqualTo(State.SLOW);
    assertThat(health().circuit()).isNotEqualTo(Circuit.CLOSED);
    assertThat(health().lastSuccessAt()).isNotNull();
  }

  @Test
  void saysThatItIsDownUntilItHasAnsweredAgain() {
    order(3);
    Instant last = health().lastSuccessAt();
    sandbox.faults("insurer", "{\"down\": true}");
    order(20);

    assertThat(health().state()).isEqualTo(State.DOWN);
    assertThat(health().circuit()).isNotEqualTo(Circuit.CLOSED);
    assertThat(health().lastSuccessAt()).isEqualTo(last);

    await().atMost(Duration.ofSeconds(30)).until(() -> health().circuit() == Circuit.HALF_OPEN);
    assertThat(health().state()).isEqualTo(State.DOWN);

    sandbox.heal("insurer");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          order(4);
          assertThat(health().circuit()).isEqualTo(Circuit.CLOSED);
        });
    assertThat(health().state()).isEqualTo(State.UP);
    assertThat(health().lastSuccessAt()).isAfter(last);
  }
}
