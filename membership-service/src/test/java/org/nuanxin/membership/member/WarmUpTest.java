package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nuanxin.membership.RunningService;
import org.springframework.beans.factory.annotation.Autowired;

/** The shared service was started with its warm-up. */
class WarmUpTest extends RunningService {

  @Autowired private Members members;
  @Autowired private Identities identities;

  @Test
  void storesNobody() {
    assertThat(members.withIdNumber("460200", identities.idIndexes("11010519491231002X")))
        .isEmpty();
  }
}
