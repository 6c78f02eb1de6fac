package org.nuanxin.benefits.grant.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.grant.Backlog;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantFixtures;
import org.nuanxin.benefits.grant.GrantState;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.GrantsContract;
import org.nuanxin.benefits.grant.WaitingReason;
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
        .doesNotContain("due", "outbox", "pendingSince", "cl", "cr", "wr", "ws");
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
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          Document stored = stores.storedGrants().getFirst();
          assertThat(stored).doesNotContainKey("outbox").doesNotContainKey("pendingSince");
          assertThat(stored.get("v")).isEqualTo(2L);
        });
    assertThat(org.nuanxin.benefits.testing.TestTopic.saidOf(member))
        .extracting(event -> event.sequence())
        .containsExactly(2L);
  }

  @Test
  void scansNoCollectionAndSortsNothingForPeopleWhoLook() {
    Instant now = Instant.parse("2026-11-24T01:05:00Z");
    List<TestMember> members = IntStream.range(0, 300).mapToObj(i -> TestMember.someone()).toList();
    grants()
        .open(
            IntStream.range(0, 300)
                .mapToObj(i ->
                    i % 2 == 0
                        ? GrantFixtures.waitingInsurance(members.get(i), now.plusMillis(i))
                        : GrantFixtures.refusedInsurance(members.get(i), now.plusMillis(i)))
                .toList());
    stores.database().runCommand(new Document("profile", 2));

    Set<GrantState> states =
        Set.of(GrantState.WAITING, GrantState.RESERVED, GrantState.FAILED, GrantState.DUE);
    List<String> programmes = List.of("ACCIDENT_INSURANCE", "HEALTH_CHECK", "WELCOME_GIFT");
    List<Grant> first = grants().backlog(new Backlog("460200", states, programmes, null, 20));
    var place = new Backlog.Place(now.plusMillis(19), first.get(19).id().toString());
    List<Grant> second = grants().backlog(new Backlog("460200", states, programmes, place, 20));
    grants().countWaiting("460200", "ACCIDENT_INSURANCE");
    var byReason = grants().countWaitingByReason("460200", "ACCIDENT_INSURANCE");
    grants().ofMember("460200", members.getFirst().id());
    stores.database().runCommand(new Document("profile", 0));

    List<Document> plans =
        stores
            .database()
            .getCollection("system.profile")
            .find(
                new Document("ns", stores.database().getName() + ".grants")
                    .append("planSummary", new Document("$exists", true)))
            .into(new ArrayList<>());
    assertThat(plans).hasSize(5);
    assertThat(plans).noneMatch(plan -> plan.getString("planSummary").contains("COLLSCAN"));
    assertThat(plans).noneMatch(plan -> plan.getBoolean("hasSortStage", false));
    assertThat(byReason).isEqualTo(Map.of(WaitingReason.PROVIDER_UNAVAILABLE, 150L));
    // Counting reads no document: of 150 that wait, nor of any other.
    assertThat(plans)
        .extracting(plan -> plan.get("docsExamined", Number.class).intValue())
        .filteredOn(examined -> examined == 0)
        .hasSize(2);
    assertThat(second.getFirst()).isEqualTo(first.get(20));
    // One to know whether there is more, and the one at which the page before ended.
    assertThat(plans)
        .extracting(plan -> plan.get("docsExamined", Number.class).intValue())
        .allMatch(examined -> examined <= 20 + 2);
  }
}
