package org.nuanxin.benefits.grant.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.grant.GrantFixtures;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.GrantsContract;
import org.nuanxin.benefits.grant.Work;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestStores;

class MongoGrantsTest extends GrantsContract {

  private final TestStores stores = TestStores.fresh();

  @AfterEach
  void close() {
    stores.close();
  }

  @Override
  protected Grants grants() {
    return stores.grants();
  }

  @Test
  void leavesAnIssuedGrantOutOfTheIndexesOfWork() {
    grants().open(List.of(GrantFixtures.issuedInsurance(TestMember.someone(), Instant.now())));

    assertThat(stores.storedGrants().getFirst().keySet())
        .doesNotContain("due", "outbox", "pendingSince", "cl", "cr", "wr");
  }

  @Test
  void clearsEventsOnceTheyAreSent() {
    TestMember member = TestMember.someone();
    Instant now = Instant.parse("2026-11-24T01:05:00Z");
    grants().open(List.of(GrantFixtures.waitingInsurance(member, now)));
    var reserved =
        grants().claim("ACCIDENT_INSURANCE", Work.WAITING, now, now.plusSeconds(9), 1).getFirst();

    grants().save(reserved, GrantFixtures.issue(reserved, "POL1", now));

    await()
        .untilAsserted(() -> {
          Document stored = stores.storedGrants().getFirst();
          assertThat(stored).doesNotContainKey("outbox").doesNotContainKey("pendingSince");
          assertThat(stored.get("v")).isEqualTo(2L);
        });
    assertThat(org.nuanxin.benefits.testing.TestTopic.saidOf(member))
        .extracting(event -> event.sequence())
        .containsExactly(2L);
  }
}
