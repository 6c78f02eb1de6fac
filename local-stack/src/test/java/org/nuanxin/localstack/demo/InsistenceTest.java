package org.nuanxin.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class InsistenceTest {

  private final AtomicInteger calls = new AtomicInteger();

  private static Reply reply(int status) {
    return new Reply(status, JsonNodeFactory.instance.missingNode(), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void callsAgainWhileAServiceIsAway(int status) throws Exception {
    Reply reply =
        Insistence.lasting(Duration.ofSeconds(20))
            .on(() -> reply(calls.incrementAndGet() < 3 ? status : 201));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(calls).hasValue(3);
  }

  @Test
  void callsAgainWhenTheConnectionBreaks() throws Exception {
    Reply reply =
        Insistence.lasting(Duration.ofSeconds(20))
            .on(() -> {
              if (calls.incrementAndGet() < 3) {
                throw new IOException("reset");
              }
              return reply(200);
            });

    assertThat(reply.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 400, 401, 409, 422, 500})
  void takesAnAnswerThatWillStay(int status) throws Exception {
    Reply reply =
        Insistence.lasting(Duration.ofSeconds(20))
            .on(() -> reply(calls.incrementAndGet() == 1 ? status : 0));

    assertThat(reply.status()).isEqualTo(status);
  }

  @Test
  void givesUpAtTheDeadline() {
    assertThatThrownBy(() -> Insistence.lasting(Duration.ofMillis(300)).on(() -> reply(503)))
        .isInstanceOf(GaveUp.class)
        .hasMessageContaining("503");
  }
}
