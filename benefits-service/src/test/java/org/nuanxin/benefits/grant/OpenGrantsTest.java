package org.nuanxin.benefits.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.benefits.grant.GrantFixtures.joining;
import static org.nuanxin.benefits.grant.GrantFixtures.leaving;
import static org.nuanxin.benefits.grant.GrantFixtures.opening;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.parallel.Parallel;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.provider.ProviderSettings;
import org.nuanxin.benefits.provider.Providers;
import org.nuanxin.benefits.stock.StockProvider;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestProgrammes;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.benefits.testing.TestStores;
import org.nuanxin.events.EventType;
import org.nuanxin.kit.event.StoredEvent;

/** Joining, leaving and working off, over real stores and providers, with crashes in between. */
class OpenGrantsTest {

  private static final RetrySchedule RETRIES =
      new RetrySchedule(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(500));

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestStores stores = TestStores.fresh();
  private final Clock clock = Clock.systemUTC();
  private final Provider insurer =
      new Providers(
              new ProviderSettings(
                  32,
                  100,
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(10),
                  Duration.ofSeconds(4),
                  Duration.ofMillis(200)),
              new SimpleMeterRegistry())
          .insurer(sandbox.url() + "/insurer");

  @AfterEach
  void close() {
    stores.close();
    sandbox.close();
  }

  private Provider gifts() {
    return new StockProvider(stores.newStock(), "460200");
  }

  private List<StoredEvent> open(Programme programme, Provider provider, List<Joining> joinings) {
    return new OpenGrants(stores.grants(), provider, RETRIES, clock).open(programme, joinings);
  }

  private List<StoredEvent> openInsurance(Joining... joinings) {
    return open(TestProgrammes.INSURANCE, insurer, List.of(joinings));
  }

  private List<StoredEvent> end(Programme programme, Leaving... leavings) {
    return new EndGrants(stores.grants(), clock).end(programme, List.of(leavings));
  }

  private void workOff(Programme programme, Provider provider) {
    WorkOff work = new WorkOff(stores.grants(), provider, RETRIES, clock);
    while (work.once(programme)) {
      // Until nothing is left to do now.
    }
  }

  private static List<Joining> joinings(int count) {
    return IntStream.range(0, count).mapToObj(i -> joining(TestMember.someone(), 1)).toList();
  }

  /** Ids of the grants that are stored in this state. */
  private List<String> inState(String state) {
    return stores.storedGrants().stream()
        .filter(grant -> grant.getString("s").equals(state))
        .map(grant -> grant.getString("_id"))
        .toList();
  }

  private Grant insurance(TestMember member) {
    return stores
        .grants()
        .find(new GrantId(member.id(), Programme.ACCIDENT_INSURANCE, "1"))
        .orElseThrow();
  }

  /** The same store, but the process dies when this method is called. */
  private Grants dyingAt(String method) {
    return before(
        method,
        () -> {
          throw new IllegalStateException("killed");
        });
  }

  /** The same store, but this happens whenever this method is called. */
  private Grants before(String method, Runnable event) {
    return (Grants)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Grants.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                event.run();
              }
              try {
                return called.invoke(stores.grants(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Nested
  class Crashing {

    @Test
    void booksOnceWhereTheProcessDiesBetweenProviderAndInsert() {
      Joining joining = joining(TestMember.someone(), 1);
      OpenGrants dying = new OpenGrants(dyingAt("open"), insurer, RETRIES, clock);
      assertThatThrownBy(() -> dying.open(TestProgrammes.INSURANCE, List.of(joining)))
          .hasMessage("killed");

      List<StoredEvent> events = openInsurance(joining);

      assertThat(events).hasSize(1);
      assertThat(sandbox.policies(joining.joined().memberId())).hasSize(1);
    }

    @Test
    void sendsTheFrozenEventAgainWhereTheProcessDiesBeforeItWasSent() {
      TestMember member = TestMember.someone();
      Joining joining = joining(member, 1);

      List<StoredEvent> first = openInsurance(joining);
      List<StoredEvent> again = openInsurance(joining);
      end(TestProgrammes.INSURANCE, leaving(member, 1));
      List<StoredEvent> afterItMovedOn = openInsurance(joining);

      assertThat(again).isEqualTo(first);
      assertThat(afterItMovedOn).isEqualTo(first);
    }

    @Test
    void givesTheSameCodeWhereTheProcessDiesBetweenClaimAndInsert() {
      stores.deliver(5, 5);
      Joining joining = joining(TestMember.someone(), 1);
      OpenGrants dying = new OpenGrants(dyingAt("open"), gifts(), RETRIES, clock);
      assertThatThrownBy(() -> dying.open(TestProgrammes.GIFT, List.of(joining)))
          .hasMessage("killed");
      List<String> claimed = stores.storedHolders("FILM_TICKET");

      open(TestProgrammes.GIFT, gifts(), List.of(joining));

      assertThat(stores.storedHolders("FILM_TICKET")).isEqualTo(claimed).hasSize(1);
      assertThat(stores.storedHolders("GIFT_PACK")).hasSize(1);
      assertThat(stores.storedGrants().getFirst().getString("ref")).isEqualTo("T-d1-00000");
    }

    @Test
    void issuesOnceWhereAWorkerDiesBetweenProviderAndConfirm() {
      TestMember member = TestMember.someone();
      sandbox.faults("insurer", "{\"down\": true}");
      openInsurance(joining(member, 1));
      sandbox.heal("insurer");
      WorkOff dying = new WorkOff(dyingAt("save"), insurer, RETRIES, clock);
      assertThatThrownBy(() -> dying.once(TestProgrammes.INSURANCE)).hasMessage("killed");
      assertThat(insurance(member).state()).isEqualTo(GrantState.RESERVED);

      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            workOff(TestProgrammes.INSURANCE, insurer);
            return insurance(member).state() == GrantState.ISSUED;
          });

      assertThat(sandbox.policies(member.id())).hasSize(1);
    }

    @Test
    void givesTheLastTenToThoseAWorkerHadClaimedThemForWhenItDied() {
      List<Joining> joinings = joinings(40);
      open(TestProgrammes.GIFT, gifts(), joinings);
      stores.deliver(10, 10);
      WorkOff dying = new WorkOff(dyingAt("save"), gifts(), RETRIES, clock);
      assertThatThrownBy(() -> dying.once(TestProgrammes.GIFT)).hasMessage("killed");
      List<String> holders = stores.storedHolders("FILM_TICKET");
      assertThat(holders).hasSize(10);
      assertThat(gifts().capacity(64)).isZero();

      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            workOff(TestProgrammes.GIFT, gifts());
            return inState("RESERVED").isEmpty();
          });

      assertThat(inState("ISSUED")).containsExactlyInAnyOrderElementsOf(holders);
      assertThat(inState("WAITING")).hasSize(30);
      assertThat(stores.storedHolders("FILM_TICKET")).isEqualTo(holders);
    }

    @Test
    void givesTheLastTenToThoseADeliveryHadClaimedThemForWhenItDied() {
      stores.deliver(12, 10);
      List<Joining> early = joinings(10);
      OpenGrants dying = new OpenGrants(dyingAt("open"), gifts(), RETRIES, clock);
      assertThatThrownBy(() -> dying.open(TestProgrammes.GIFT, early)).hasMessage("killed");
      List<String> holders = stores.storedHolders("FILM_TICKET");
      open(TestProgrammes.GIFT, gifts(), joinings(5));
      List<Joining> told = new ArrayList<>(joinings(3));
      told.addAll(early);

      open(TestProgrammes.GIFT, gifts(), told);

      assertThat(inState("ISSUED")).hasSize(10).containsExactlyInAnyOrderElementsOf(holders);
      assertThat(inState("WAITING")).hasSize(8);
      assertThat(stores.storedHolders("FILM_TICKET")).isEqualTo(holders);
      assertThat(stores.storedHolders("GIFT_PACK")).containsExactlyInAnyOrderElementsOf(holders);
    }

    @Test
    void servesWhomADeadWorkerLeftBehindBeforeWhoCameLater() {
      Joining early = joining(TestMember.someone(), 1);
      Joining late = joining(TestMember.someone(), 1);
      open(TestProgrammes.GIFT, gifts(), List.of(early));
      stores.grants().claim(Programme.WELCOME_GIFT, Work.WAITING, Instant.now(), Instant.now(), 1);
      open(TestProgrammes.GIFT, gifts(), List.of(late));
      stores.deliver(1, 1);

      Clock afterTheLease = Clock.offset(clock, Duration.ofSeconds(1));
      new WorkOff(stores.grants(), gifts(), RETRIES, afterTheLease).once(TestProgrammes.GIFT);

      assertThat(inState("ISSUED"))
          .containsExactly(early.joined().memberId() + ":WELCOME_GIFT:once");
    }

    @Test
    void endsAGiftThatADeadWorkerHeldWhenNothingIsLeft() {
      TestMember member = TestMember.someone();
      open(TestProgrammes.GIFT, gifts(), List.of(joining(member, 1)));
      stores.deliver(1, 1);
      WorkOff dying = new WorkOff(dyingAt("save"), gifts(), RETRIES, clock);
      assertThatThrownBy(() -> dying.once(TestProgrammes.GIFT)).hasMessage("killed");
      end(TestProgrammes.GIFT, leaving(member, 1));

      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            workOff(TestProgrammes.GIFT, gifts());
            return inState("CANCELLED").size() == 1;
          });

      assertThat(stores.storedHolders("GIFT_PACK")).isEmpty();
    }

    @Test
    void issuesWhatThisDeliveryGotWhereAnotherAtTheSameTimeGotNothing() {
      TestMember member = TestMember.someone();
      Joining joining = joining(member, 1);
      sandbox.faults("insurer", "{\"down\": true}");
      List<StoredEvent> first = openInsurance(joining);
      sandbox.heal("insurer");

      assertThat(openInsurance(joining)).isEqualTo(first);

      assertThat(insurance(member).state()).isEqualTo(GrantState.ISSUED);
      assertThat(insurance(member).version()).isEqualTo(2);
      assertThat(sandbox.policies(member.id())).hasSize(1);
    }

    @Test
    void asksNoProviderAboutOldEventsThatAreDone() {
      TestMember member = TestMember.someone();
      Instant old = Instant.now().minusSeconds(60);
      Joining joining = new Joining(member.joined(1, old), 2, old, null);

      List<StoredEvent> first = openInsurance(joining);
      assertThat(openInsurance(joining)).isEqualTo(first);

      assertThat(sandbox.ledger("insurer").get("calls").asInt()).isEqualTo(1);
    }
  }

  @Nested
  class ManyAtOnce {

    @Test
    void givesTenOfFiftyTheLastTenGifts() {
      stores.deliver(10, 10);
      List<Joining> joinings =
          IntStream.range(0, 50).mapToObj(i -> joining(TestMember.someone(), 1)).toList();
      List<Provider> instances = List.of(gifts(), gifts(), gifts());

      Parallel.each(
          50, 50, i -> open(TestProgrammes.GIFT, instances.get(i % 3), List.of(joinings.get(i))));

      List<Document> grants = stores.storedGrants();
      assertThat(grants).hasSize(50);
      assertThat(grants).filteredOn(g -> g.get("s").equals("ISSUED")).hasSize(10);
      assertThat(grants).filteredOn(g -> g.get("s").equals("WAITING")).hasSize(40);
      Set<String> codes = new HashSet<>();
      grants.stream().filter(g -> g.get("ref") != null).forEach(g -> codes.add(g.getString("ref")));
      assertThat(codes).hasSize(10);
      assertThat(stores.storedHolders("FILM_TICKET")).hasSize(10).doesNotHaveDuplicates();
      assertThat(stores.storedHolders("GIFT_PACK")).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void makesOneGrantOfOneJoiningToldTenTimesAtOnce() {
      Joining joining = joining(TestMember.someone(), 1);
      ConcurrentLinkedQueue<StoredEvent> events = new ConcurrentLinkedQueue<>();

      Parallel.each(10, 10, i -> events.addAll(openInsurance(joining, joining)));

      assertThat(Set.copyOf(events)).hasSize(1);
      assertThat(sandbox.policies(joining.joined().memberId())).hasSize(1);
    }

    @Test
    void fillsThoseWhoWaitOldestFirstAndBeforeWhoComes() {
      List<Joining> early =
          IntStream.range(0, 5).mapToObj(i -> joining(TestMember.someone(), 1)).toList();
      early.forEach(each -> open(TestProgrammes.GIFT, gifts(), List.of(each)));
      stores.deliver(3, 3);
      Joining late = joining(TestMember.someone(), 1);
      open(TestProgrammes.GIFT, gifts(), List.of(late));

      workOff(TestProgrammes.GIFT, gifts());

      assertThat(stores.storedGrants())
          .filteredOn(grant -> grant.get("s").equals("ISSUED"))
          .extracting(grant -> grant.getString("_id").split(":")[0])
          .containsExactlyInAnyOrderElementsOf(
              early.subList(0, 3).stream().map(each -> each.joined().memberId()).toList());
      stores.deliver(10, 10);
      workOff(TestProgrammes.GIFT, gifts());
      assertThat(stores.storedGrants()).allMatch(grant -> grant.get("s").equals("ISSUED"));
      assertThat(stores.storedHolders("FILM_TICKET")).hasSize(6).doesNotHaveDuplicates();
    }
  }

  @Nested
  class LeavingAndComingBack {

    @Test
    void surrendersThePolicyAndTellsItOnce() {
      TestMember member = TestMember.someone();
      openInsurance(joining(member, 1));

      List<StoredEvent> events = end(TestProgrammes.INSURANCE, leaving(member, 1));
      workOff(TestProgrammes.INSURANCE, insurer);

      assertThat(events)
          .extracting(StoredEvent::type)
          .containsExactly(EventType.GRANT_CANCELLED.type());
      assertThat(end(TestProgrammes.INSURANCE, leaving(member, 1))).isEqualTo(events);
      assertThat(sandbox.policies(member.id()).getFirst().get("cancelledAt").isNull()).isFalse();
      assertThat(insurance(member).task()).isEqualTo(Task.NONE);
    }

    @Test
    void createsNothingWhereTheLeaveWasSeenFirst() {
      TestMember member = TestMember.someone();
      List<StoredEvent> ended = end(TestProgrammes.INSURANCE, leaving(member, 1));

      assertThat(openInsurance(joining(member, 1))).isEqualTo(ended);
      workOff(TestProgrammes.INSURANCE, insurer);

      assertThat(insurance(member).state()).isEqualTo(GrantState.CANCELLED);
      assertThat(sandbox.policies(member.id()))
          .allMatch(policy -> !policy.get("cancelledAt").isNull());
    }

    @Test
    void createsNoHealthCheckWhereTheLeaveWasSeenFirstInAnotherYear() {
      TestMember member = TestMember.someone();
      Instant lastYear = Instant.now().minus(Duration.ofDays(366));
      end(TestProgrammes.HEALTH_CHECK, leaving(member, 1));

      open(
          TestProgrammes.HEALTH_CHECK,
          insurer,
          List.of(new Joining(member.joined(1, lastYear), 2, lastYear, null)));

      assertThat(stores.storedGrants())
          .extracting(grant -> grant.get("s"))
          .containsExactly("CANCELLED");
      assertThat(sandbox.policies(member.id())).isEmpty();
    }

    @Test
    void givesANewInsuranceButNoSecondGiftAndNoSecondHealthCheckOfTheYear() {
      stores.deliver(9, 9);
      TestMember member = TestMember.someone();
      for (int ordinal = 1; ordinal <= 2; ordinal++) {
        openInsurance(joining(member, ordinal));
        open(TestProgrammes.HEALTH_CHECK, insurer, List.of(joining(member, ordinal)));
        open(TestProgrammes.GIFT, gifts(), List.of(joining(member, ordinal)));
        if (ordinal == 1) {
          end(TestProgrammes.INSURANCE, leaving(member, 1));
          end(TestProgrammes.HEALTH_CHECK, leaving(member, 1));
          end(TestProgrammes.GIFT, leaving(member, 1));
        }
      }

      assertThat(stores.grants().ofPhone("460200", member.phoneIndex()))
          .extracting(grant -> grant.id().programme() + " " + grant.state())
          .containsExactlyInAnyOrder(
              "ACCIDENT_INSURANCE CANCELLED",
              "ACCIDENT_INSURANCE ISSUED",
              "HEALTH_CHECK CANCELLED",
              "WELCOME_GIFT CANCELLED");
    }

    @Test
    void leavesALaterJoiningAlone() {
      TestMember member = TestMember.someone();
      openInsurance(joining(member, 1), joining(member, 2));

      end(TestProgrammes.INSURANCE, leaving(member, 1));

      assertThat(stores.grants().ofMembers("ACCIDENT_INSURANCE", List.of(member.id())))
          .extracting(grant -> grant.id().period() + grant.state())
          .containsExactlyInAnyOrder("1CANCELLED", "2ISSUED");
    }

    @Test
    void takesThePackBackButNotTheCodeThatWasShown() {
      stores.deliver(1, 2);
      TestMember member = TestMember.someone();
      open(TestProgrammes.GIFT, gifts(), List.of(joining(member, 1)));

      end(TestProgrammes.GIFT, leaving(member, 1));
      workOff(TestProgrammes.GIFT, gifts());
      open(TestProgrammes.GIFT, gifts(), List.of(joining(TestMember.someone(), 1)));

      assertThat(stores.storedGrants())
          .extracting(grant -> grant.get("s"))
          .containsExactlyInAnyOrder("CANCELLED", "ISSUED");
      assertThat(stores.storedHolders("GIFT_PACK")).hasSize(1);
      assertThat(stores.storedHolders("FILM_TICKET")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void cancelsWhatAWorkerIsIssuingRightNow() {
      TestMember member = TestMember.someone();
      sandbox.faults("insurer", "{\"down\": true}");
      openInsurance(joining(member, 1));
      sandbox.heal("insurer");
      Instant now = Instant.now();
      Grant reserved =
          stores
              .grants()
              .claim(
                  Programme.ACCIDENT_INSURANCE,
                  Work.WAITING,
                  now.plusSeconds(1),
                  now.plusSeconds(2),
                  1)
              .getFirst();

      assertThat(end(TestProgrammes.INSURANCE, leaving(member, 1))).isEmpty();
      assertThat(stores.grants().save(reserved, reserved.issue("POL1", now))).isFalse();
      Clock afterTheLease = Clock.fixed(now.plusSeconds(3), ZoneOffset.UTC);
      new WorkOff(stores.grants(), insurer, RETRIES, afterTheLease).once(TestProgrammes.INSURANCE);

      assertThat(insurance(member).state()).isEqualTo(GrantState.CANCELLED);
    }

    @Test
    void takesBackAnOrderThatArrivesAfterItWasCancelled() {
      TestMember member = TestMember.someone();
      sandbox.faults("insurer", "{\"failRate\": 1.0}");
      openInsurance(joining(member, 1));
      sandbox.heal("insurer");
      end(TestProgrammes.INSURANCE, leaving(member, 1));
      workOff(TestProgrammes.INSURANCE, insurer);
      insurer.provide(List.of(Order.of(insurance(member))));

      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            workOff(TestProgrammes.INSURANCE, insurer);
            return !sandbox.policies(member.id()).getFirst().get("cancelledAt").isNull();
          });
    }

    @Test
    void takesBackALateOrderOfAWorkerWhoseMemberLeftMeanwhile() {
      TestMember member = TestMember.someone();
      stores.grants().open(List.of(GrantFixtures.waitingInsurance(member, Instant.now())));
      Grants leftMeanwhile =
          before("save", () -> end(TestProgrammes.INSURANCE, leaving(member, 1)));
      sandbox.faults("insurer", "{\"failRate\": 1.0}");

      new WorkOff(leftMeanwhile, insurer, RETRIES, clock).once(TestProgrammes.INSURANCE);

      sandbox.heal("insurer");
      assertThat(insurance(member).state()).isEqualTo(GrantState.CANCELLED);
      assertTakesBackALateOrderOf(member);
    }

    @Test
    void takesBackALateOrderOfAJoiningThatTheLeaveOvertook() {
      TestMember member = TestMember.someone();
      end(TestProgrammes.INSURANCE, leaving(member, 1));
      workOff(TestProgrammes.INSURANCE, insurer);
      assertThat(insurance(member).task()).isEqualTo(Task.NONE);
      sandbox.faults("insurer", "{\"failRate\": 1.0}");

      openInsurance(joining(member, 1));

      sandbox.heal("insurer");
      assertTakesBackALateOrderOf(member);
    }

    /** The insurer first knows of nothing, then it books what was ordered long ago. */
    private void assertTakesBackALateOrderOf(TestMember member) {
      int before = insurance(member).task().attempts();
      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            workOff(TestProgrammes.INSURANCE, insurer);
            return insurance(member).task().attempts() > before;
          });
      insurer.provide(List.of(Order.of(opening(TestProgrammes.INSURANCE, member, Instant.now()))));

      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            workOff(TestProgrammes.INSURANCE, insurer);
            return !sandbox.policies(member.id()).getFirst().get("cancelledAt").isNull();
          });
    }

    @Test
    void keepsSurrenderingUntilTheInsurerHasHeard() {
      TestMember member = TestMember.someone();
      openInsurance(joining(member, 1));
      sandbox.faults("insurer", "{\"down\": true}");
      end(TestProgrammes.INSURANCE, leaving(member, 1));
      workOff(TestProgrammes.INSURANCE, insurer);
      assertThat(insurance(member).state()).isEqualTo(GrantState.CANCELLED);
      assertThat(insurance(member).task().due()).isNotNull();

      sandbox.heal("insurer");
      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            workOff(TestProgrammes.INSURANCE, insurer);
            return !sandbox.policies(member.id()).getFirst().get("cancelledAt").isNull();
          });
    }
  }
}
