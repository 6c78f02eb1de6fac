package org.nuanxin.benefits.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.benefits.grant.Cancellation;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.grant.Provider;
import org.nuanxin.benefits.grant.Provision;
import org.nuanxin.benefits.grant.WaitingReason;
import org.nuanxin.benefits.programme.Validity;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.kit.testing.AnsweringServer;

/** A provider over real HTTP, with its own books and its faults. */
class BookingProviderTest {

  private static final String PROBLEM = "{\"title\":\"No\",\"status\":0}";

  private final TestSandbox sandbox = TestSandbox.start();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  // A loaded build machine is not a slow provider.
  private final Providers providers = providers(Duration.ofSeconds(8));
  private final Provider insurer = providers.insurer(sandbox.url() + "/insurer");

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Providers providers(Duration callTimeout) {
    return new Providers(
        new ProviderSettings(
            32,
            100,
            callTimeout,
            Duration.ofSeconds(10),
            Duration.ofSeconds(6),
            Duration.ofMillis(300)),
        meters);
  }

  private static Order order(TestMember member, boolean unsure) {
    return new Order(
        new GrantId(member.id(), "ACCIDENT_INSURANCE", "1"),
        "460200",
        new Validity(Instant.parse("2026-11-24T01:05:00Z"), Instant.parse("2027-11-24T01:05:00Z")),
        unsure);
  }

  private static Order order() {
    return order(TestMember.someone(), false);
  }

  private static List<Order> orders(int count) {
    return IntStream.range(0, count).mapToObj(i -> order()).toList();
  }

  private long failedCalls() {
    return providers.breaker("insurer").getMetrics().getNumberOfFailedCalls();
  }

  private static Provision notNow(boolean tried, boolean unsure) {
    return new Provision.NotNow(WaitingReason.PROVIDER_UNAVAILABLE, tried, unsure);
  }

  @Nested
  class WhileAllIsWell {

    @Test
    void booksEachOrderOnceAndAnswersInOrder() {
      List<Order> orders = orders(100);

      List<Provision> first = insurer.provide(orders);
      List<Provision> again = insurer.provide(orders);

      assertThat(first).hasSize(100).allMatch(Provision.Provided.class::isInstance);
      assertThat(again).isEqualTo(first);
      assertThat(sandbox.ledger("insurer").get("booked").asInt()).isEqualTo(100);
      assertThat(sandbox.ledger("insurer").get("repeated").asInt()).isEqualTo(100);
    }

    @Test
    void tellsTheClinicApartFromTheInsurer() {
      TestMember member = TestMember.someone();

      Provision booked =
          providers.clinic(sandbox.url() + "/clinic").provide(List.of(order(member, false))).get(0);

      assertThat(booked)
          .isEqualTo(
              new Provision.Provided(
                  sandbox
                      .entitlements(member.id())
                      .getFirst()
                      .get("entitlementNumber")
                      .asString()));
    }

    @Test
    void cancelsByKeyAndIsContentWhereNothingIsBooked() {
      TestMember member = TestMember.someone();
      insurer.provide(List.of(order(member, false)));

      assertThat(insurer.cancel(order(member, false))).isEqualTo(Cancellation.TAKEN_BACK);
      assertThat(insurer.cancel(order())).isEqualTo(Cancellation.NOTHING_THERE);
      assertThat(sandbox.policies(member.id()).getFirst().get("cancelledAt").isNull()).isFalse();
    }

    @Test
    void takesNoCancelledBookingForAGoodOne() {
      TestMember member = TestMember.someone();
      insurer.provide(List.of(order(member, false)));
      insurer.cancel(order(member, false));

      assertThat(insurer.provide(List.of(order(member, false))))
          .containsExactly(new Provision.Refused("CANCELLED_BY_PROVIDER"));
    }
  }

  /** Something between us and the provider, or a provider of bad manners. */
  @Nested
  class WhenAnAnswerIsNoAnswer {

    private final AnsweringServer server = new AnsweringServer();
    private final Provider strange = providers.insurer(server.url());

    @AfterEach
    void close() {
      server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 405, 407, 409, 410, 429, 500, 502})
    void triesLaterWhatTheProviderHasNotRefused(int status) {
      server.answers("POST", status, "<html>no</html>");

      assertThat(strange.provide(List.of(order()))).containsExactly(notNow(true, true));
      assertThat(failedCalls()).isPositive();
    }

    @Test
    void triesLaterWhereAProblemIsNotAboutTheOrder() {
      server.answers("POST", 404, PROBLEM);

      assertThat(strange.provide(List.of(order()))).containsExactly(notNow(true, true));
    }

    @Test
    void isRefusedForGoodOnlyByTheProviderItself() {
      server.answers("POST", 422, "");
      assertThat(strange.provide(List.of(order())))
          .containsExactly(new Provision.Refused("REFUSED_BY_PROVIDER"));

      server.answers("POST", 400, PROBLEM);
      assertThat(strange.provide(List.of(order())))
          .containsExactly(new Provision.Refused("REFUSED_BY_PROVIDER"));
      assertThat(failedCalls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"policyNumber\":null}", "<html>welcome</html>"})
    void looksUpByKeyWhatASuccessDidNotTell(String body) {
      server.answers("POST", 200, body);
      TestMember member = TestMember.someone();

      assertThat(strange.provide(List.of(order(member, false))))
          .containsExactly(notNow(true, true));
      server.answers("GET", 200, body);
      assertThat(strange.provide(List.of(order(member, true)))).containsExactly(notNow(true, true));
      server.answers("GET", 200, "{\"policyNumber\":\"P1\"}");
      assertThat(strange.provide(List.of(order(member, true))))
          .containsExactly(new Provision.Provided("P1"));
    }

    @Test
    void believesNobodyButTheProviderThatThereIsNothingToCancel() {
      server.answers("POST", 404, "<html>no route</html>");
      assertThat(strange.cancel(order())).isEqualTo(Cancellation.NOT_NOW);

      server.answers("POST", 404, PROBLEM);
      assertThat(strange.cancel(order())).isEqualTo(Cancellation.NOTHING_THERE);
    }

    @Test
    void waitsForNoBodyThatDoesNotCome() {
      server.stalls();
      Provider hasty = providers(Duration.ofMillis(300)).insurer(server.url());

      List<Provision> outcomes =
          assertTimeoutPreemptively(
              Duration.ofSeconds(10), () -> hasty.provide(List.of(order(), order())));

      assertThat(outcomes).containsExactly(notNow(true, true), notNow(true, true));
    }

    @Test
    void readsNoEndlessBody() {
      server.answers("POST", 201, "{\"policyNumber\":\"P" + "1".repeat(70_000) + "\"}");

      assertThat(strange.provide(List.of(order()))).containsExactly(notNow(true, true));
    }
  }

  @Nested
  class WhenOrdersGoTogether {

    private static final String BUNDLE = "/policies/bundle";

    private final AnsweringServer server = new AnsweringServer();
    private final Provider strange = providers.insurer(server.url());

    @AfterEach
    void close() {
      server.close();
    }

    private long calls(String outcome) {
      return meters.get("nuanxin.provider.calls").tag("outcome", outcome).timer().count();
    }

    private static String item(Order order, int status, String body) {
      return "{\"idempotencyKey\":\"%s\",\"status\":%d,\"body\":%s}"
          .formatted(order.id(), status, body);
    }

    private static String items(String... items) {
      return "{\"items\":[" + String.join(",", items) + "]}";
    }

    @Test
    void aHundredAreOneCall() {
      insurer.provide(orders(250));

      assertThat(calls("answered")).isEqualTo(3);
      assertThat(sandbox.ledger("insurer").get("booked").asInt()).isEqualTo(250);
    }

    @Test
    void anUnsureOneAmongThemIsAskedForByItself() {
      TestMember booked = TestMember.someone();
      insurer.provide(List.of(order(booked, false)));

      List<Provision> outcomes =
          insurer.provide(List.of(order(), order(booked, true), order(), order()));

      assertThat(outcomes).allMatch(Provision.Provided.class::isInstance).doesNotHaveDuplicates();
      assertThat(outcomes.get(1))
          .isEqualTo(
              new Provision.Provided(
                  sandbox.policies(booked.id()).getFirst().get("policyNumber").asString()));
      assertThat(sandbox.ledger("insurer").get("booked").asInt()).isEqualTo(4);
      assertThat(sandbox.ledger("insurer").get("repeated").asInt()).isZero();
    }

    @Test
    void oneThatIsRefusedOrFailsStopsNoOther() {
      List<Order> orders = orders(4);
      server.answers(
          "POST",
          BUNDLE,
          200,
          items(
              item(orders.get(0), 201, "{\"policyNumber\":\"P1\"}"),
              item(orders.get(1), 422, PROBLEM),
              item(orders.get(2), 503, PROBLEM),
              item(orders.get(3), 200, "{\"policyNumber\":\"P4\",\"cancelledAt\":\"2026\"}")));

      assertThat(strange.provide(orders))
          .containsExactly(
              new Provision.Provided("P1"),
              new Provision.Refused("REFUSED_BY_PROVIDER"),
              notNow(true, true),
              new Provision.Refused("CANCELLED_BY_PROVIDER"));
    }

    @Test
    void oneThatWasLeftOpenStaysUnsureWhereItCannotBeAskedForAgain() {
      List<Order> orders = orders(2);
      server.answers(
          "POST",
          BUNDLE,
          200,
          items(
              item(orders.get(0), 201, "{\"policyNumber\":\"P1\"}"),
              item(orders.get(1), 503, PROBLEM)));
      CircuitBreaker breaker = providers.breaker("insurer");
      breaker.getEventPublisher().onSuccess(event -> breaker.transitionToForcedOpenState());

      assertThat(strange.provide(orders))
          .containsExactly(new Provision.Provided("P1"), notNow(true, true));
      assertThat(failedCalls()).isZero();
    }

    @Test
    void nobodyIsGivenWhatIsAnothers() {
      List<Order> orders = orders(2);
      server.answers(
          "POST",
          BUNDLE,
          200,
          items(
              item(orders.get(1), 201, "{\"policyNumber\":\"P2\"}"),
              item(orders.get(0), 201, "{\"policyNumber\":\"P1\"}")));

      assertThat(strange.provide(orders)).containsExactly(notNow(true, true), notNow(true, true));
      assertThat(failedCalls()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "[]",
          "{}",
          "{\"items\":{}}",
          "{\"items\":[]}",
          "{\"items\":[1,null]}",
          "{\"items\":[{},{\"status\":201,\"body\":{\"policyNumber\":\"P1\"}}]}",
          "<html>welcome</html>"
        })
    void anAnswerThatTellsNothingOfThemLeavesAllUnsure(String body) {
      server.answers("POST", BUNDLE, 200, body);

      assertThat(strange.provide(orders(2)))
          .containsExactly(notNow(true, true), notNow(true, true));
      assertThat(failedCalls()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 408, 429, 500, 502, 503})
    void allAreForLaterWhereTheProviderSaysNothing(int status) {
      server.answers("POST", BUNDLE, status, "<html>no</html>");

      assertThat(strange.provide(orders(2)))
          .containsExactly(notNow(true, true), notNow(true, true));
      assertThat(failedCalls()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 413, 415, 422, 501})
    void theyGoOneByOneWhereTheProviderTakesNoBundle(int status) {
      server.answers("POST", BUNDLE, status, PROBLEM);
      server.answers("POST", 201, "{\"policyNumber\":\"P1\"}");

      assertThat(strange.provide(orders(3))).hasSize(3).containsOnly(new Provision.Provided("P1"));
      assertThat(failedCalls()).isZero();
    }

    @Test
    void anAnswerThatIsLostLeavesAllUnsureAndEachIsBookedOnce() {
      List<TestMember> members = Stream.generate(TestMember::someone).limit(20).toList();
      sandbox.faults("insurer", "{\"failAfterEffectRate\": 1.0}");

      List<Provision> lost = insurer.provide(members.stream().map(m -> order(m, false)).toList());
      sandbox.heal("insurer");
      Provider another = providers(Duration.ofSeconds(8)).insurer(sandbox.url() + "/insurer");
      List<Provision> found = another.provide(members.stream().map(m -> order(m, true)).toList());

      assertThat(lost).hasSize(20).containsOnly(notNow(true, true));
      assertThat(found).hasSize(20).allMatch(Provision.Provided.class::isInstance);
      assertThat(sandbox.ledger("insurer").get("booked").asInt()).isEqualTo(20);
      assertThat(sandbox.ledger("insurer").get("distinctMembers").asInt()).isEqualTo(20);
    }

    @Test
    void aFastFailureIsTriedOnceMore() {
      // With this seed the first call fails and the second does not.
      sandbox.faults("insurer", "{\"failRate\": 0.5, \"seed\": 7}");

      assertThat(insurer.provide(orders(40)))
          .hasSize(40)
          .allMatch(Provision.Provided.class::isInstance);
      assertThat(calls("failed")).isEqualTo(1);
      assertThat(calls("answered")).isEqualTo(1);
      assertThat(sandbox.ledger("insurer").get("booked").asInt()).isEqualTo(40);
    }

    @Test
    void aFewThatFailOpenTheCircuitAndOneDoesNot() {
      sandbox.faults("insurer", "{\"failRate\": 0.5, \"seed\": 7}");
      insurer.provide(orders(40));
      assertThat(insurer.isReachable()).isTrue();

      sandbox.faults("insurer", "{\"down\": true}");
      insurer.provide(orders(40));
      assertThat(insurer.isReachable()).isFalse();
    }

    @Test
    void oneThatIsTooSlowIsNotSentAgain() {
      Provider hasty = providers(Duration.ofMillis(300)).insurer(sandbox.url() + "/insurer");
      sandbox.faults("insurer", "{\"latencyMs\": 900}");

      assertThat(hasty.provide(orders(10))).hasSize(10).containsOnly(notNow(true, true));
      sandbox.heal("insurer");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> sandbox.ledger("insurer").get("booked").asInt() == 10);
      assertThat(sandbox.ledger("insurer").get("repeated").asInt()).isZero();
    }
  }

  @Nested
  class WhenItFails {

    @Test
    void triesAFastFailureOnceMore() {
      sandbox.faults("insurer", "{\"failRate\": 0.3, \"seed\": 7}");

      List<Provision> outcomes =
          orders(40).stream().flatMap(order -> insurer.provide(List.of(order)).stream()).toList();

      long provided = outcomes.stream().filter(Provision.Provided.class::isInstance).count();
      assertThat(provided).isGreaterThan(20);
      assertThat(sandbox.ledger("insurer").get("booked").asLong()).isEqualTo(provided);
    }

    @Test
    void booksOnceWhereTheAnswerIsLostAfterTheEffect() {
      sandbox.faults("insurer", "{\"failAfterEffectRate\": 1.0}");
      TestMember member = TestMember.someone();

      Provision lost = insurer.provide(List.of(order(member, false))).getFirst();
      sandbox.heal("insurer");
      Provision found = insurer.provide(List.of(order(member, true))).getFirst();

      assertThat(lost).isEqualTo(notNow(true, true));
      assertThat(found).isInstanceOf(Provision.Provided.class);
      assertThat(sandbox.policies(member.id())).hasSize(1);
    }

    @Test
    void asksByKeyBeforeItSendsAgainAfterATimeout() {
      Provider hasty = providers(Duration.ofMillis(300)).insurer(sandbox.url() + "/insurer");
      TestMember member = TestMember.someone();
      sandbox.faults("insurer", "{\"latencyMs\": 900}");

      assertThat(hasty.provide(List.of(order(member, false)))).containsExactly(notNow(true, true));
      sandbox.heal("insurer");
      await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.policies(member.id()).size() == 1);
      assertThat(insurer.provide(List.of(order(member, true))).getFirst())
          .isInstanceOf(Provision.Provided.class);

      assertThat(sandbox.ledger("insurer").get("repeated").asInt()).isZero();
    }

    @Test
    void booksAfterAskingWhereNothingIsKnown() {
      TestMember member = TestMember.someone();

      assertThat(insurer.provide(List.of(order(member, true))).getFirst())
          .isInstanceOf(Provision.Provided.class);
      assertThat(sandbox.policies(member.id())).hasSize(1);
    }

    @Test
    void shieldsAProviderThatIsDownAndAnswersAtOnce() {
      sandbox.faults("insurer", "{\"down\": true}");

      List<Provision> outcomes = insurer.provide(orders(500));

      assertThat(outcomes).hasSize(500).allMatch(Provision.NotNow.class::isInstance);
      assertThat(sandbox.ledger("insurer").get("calls").asInt()).isLessThan(100);
      assertThat(sandbox.ledger("insurer").get("booked").asInt()).isZero();
    }

    @Test
    void letsAFewThroughAfterAWhileAndThenAll() {
      CircuitBreaker breaker = providers.breaker("insurer");
      sandbox.faults("insurer", "{\"down\": true}");
      insurer.provide(orders(250));
      assertThat(insurer.capacity(64)).isLessThan(64);
      sandbox.heal("insurer");

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> breaker.getState() == CircuitBreaker.State.HALF_OPEN);
      assertThat(insurer.capacity(64)).isEqualTo(4);
      insurer.provide(orders(4));

      assertThat(insurer.capacity(64)).isEqualTo(64);
      assertThat(insurer.isReachable()).isTrue();
    }

    @Test
    void isDoneWithABatchInTimeHoweverSlowTheProvider() {
      sandbox.faults("insurer", "{\"latencyMs\": 1500}");
      Provider hasty = providers(Duration.ofMillis(300)).insurer(sandbox.url() + "/insurer");
      long start = System.nanoTime();

      List<Provision> outcomes = hasty.provide(orders(200));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
      assertThat(outcomes).allMatch(Provision.NotNow.class::isInstance);
      // Let the insurer end what it began, before its books are closed.
      AtomicLong calls = new AtomicLong(-1);
      await()
          .pollInterval(Duration.ofMillis(1_600))
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            long now = sandbox.ledger("insurer").get("calls").asLong();
            return calls.getAndSet(now) == now;
          });
    }
  }
}
