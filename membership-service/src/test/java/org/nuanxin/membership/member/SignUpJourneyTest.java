package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;

class SignUpJourneyTest extends RunningService {

  @Test
  void approvesAtOnceAndShowsTheMembership() {
    Worker worker = Worker.somebody();

    Answer answer = apply(worker);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/state")).isEqualTo("APPROVED");
    Answer me = get(worker.token(), "/api/v1/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("/name")).isEqualTo(worker.name());
    Answer read = get(worker.token(), answer.header("Location"));
    assertThat(read.status()).isEqualTo(200);
  }
}
