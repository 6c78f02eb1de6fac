package org.nuanxin.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.localstack.workspace.LocalState;

class LinesTest {

  @Test
  void saysWhereTheDatabaseIsWithoutItsPassword() {
    LocalState state =
        new LocalState(
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8090",
            "127.0.0.1:19092",
            "mongodb://nuanxin:s3cret@db1.example:27017,db2.example:27018/?replicaSet=rs0",
            List.of(),
            List.of(),
            "",
            true,
            1,
            null);

    assertThat(Lines.welcome(state, Duration.ofSeconds(9)))
        .contains("MongoDB    db1.example:27017, db2.example:27018\n")
        .doesNotContain("s3cret");
  }
}
