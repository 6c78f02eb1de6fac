package org.nuanxin.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A bucket as time goes by. */
class AllowanceTest {

  private final SettableTime time = new SettableTime();
  private final Allowance allowance = new Allowance("account", 200, 50, time);

  @Test
  void grantsABurstOf200AndThen50ASecond() {
    for (int i = 0; i < 200; i++) {
      assertThat(allowance.take("a").granted()).isTrue();
    }
    assertThat(allowance.take("a").granted()).isFalse();
    time.pass(Duration.ofSeconds(1));
    for (int i = 0; i < 50; i++) {
      assertThat(allowance.take("a").granted()).isTrue();
    }
    assertThat(allowance.take("a").granted()).isFalse();
    assertThat(allowance.take("b").granted()).isTrue();
  }

  @Test
  void saysWhatIsLeftAndWhenToComeAgain() {
    Ration first = allowance.take("a");
    assertThat(first.policy()).isEqualTo("\"account\";q=200;w=4");
    assertThat(first.state()).isEqualTo("\"account\";r=199;t=1");
    for (int i = 0; i < 199; i++) {
      allowance.take("a");
    }
    Ration refused = allowance.take("a");
    assertThat(refused.state()).isEqualTo("\"account\";r=0;t=4");
    assertThat(refused.retryAfterSeconds()).isEqualTo(1);
    assertThat(refused.refusal().headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void neverSavesUpMoreThanABurst() {
    allowance.take("a");
    time.pass(Duration.ofHours(1));
    assertThat(allowance.take("a").state()).startsWith("\"account\";r=199;");
  }

  private static final class SettableTime implements TimeMeter {

    private long nanos = 1;

    void pass(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
