package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budgets per network address and minute. */
class BudgetTest {

  private static final String DATABASE = "identity_budgets";
  private static final String TWO_PROXIES = "%s, 203.0.113.9";

  private static RunningIdentity identity;

  @BeforeAll
  static void start() {
    identity = startWith(10);
  }

  private static RunningIdentity startWith(int budget) {
    String text = Integer.toString(budget);
    return RunningIdentity.start(
        DATABASE,
        Map.of("nuanxin.identity.budgets.codes", text, "nuanxin.identity.budgets.sign-ins", text));
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @BeforeEach
  void beginAMinuteThatNoOtherTestHasSpentOf() {
    identity.toNextMinute();
  }

  private static Answer ask(RunningIdentity instance, String... headers) {
    return instance.post("/api/v1/auth/otp", Map.of("phone", RunningIdentity.newPhone()), headers);
  }

  @Test
  void letsAnAddressAskForSoManyCodesAMinuteWhateverThePhones() {
    List<Answer> answers = Parallel.times(25, i -> ask(identity));
    assertThat(answers).filteredOn(each -> each.status() == 202).hasSize(10);
    assertThat(answers).filteredOn(each -> each.status() == 429).hasSize(15);
    Answer refused = ask(identity);
    assertThat(refused.problem()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    identity.toNextMinute();
    assertThat(ask(identity).status()).isEqualTo(202);
  }

  @Test
  void countsAnotherAddressApart() {
    Parallel.times(25, i -> ask(identity));
    assertThat(ask(identity, "X-Forwarded-For", "203.0.113.7").status()).isEqualTo(202);
  }

  @Test
  void believesTheNearestProxyNotWhatACallerClaims() {
    List<Integer> statuses =
        Parallel.times(
            25,
            i ->
                ask(identity, "X-Forwarded-For", TWO_PROXIES.formatted("198.51.100." + i))
                    .status());
    assertThat(statuses).filteredOn(status -> status == 202).hasSize(10);
  }

  @Test
  void countsTheWholeNetworkOfAnIpv6CustomerAsOneAddress() {
    List<Integer> statuses =
        Parallel.times(
            25,
            i -> ask(identity, "X-Forwarded-For", "2001:db8:0:1:" + i + "::" + (100 - i)).status());
    assertThat(statuses).filteredOn(status -> status == 202).hasSize(10);
    assertThat(ask(identity, "X-Forwarded-For", "2001:db8:0:2::1").status()).isEqualTo(202);
  }

  @Test
  void holdsAcrossInstancesWhichTakeATwentiethAtATime() {
    try (RunningIdentity one = startWith(60);
        RunningIdentity other = startWith(60)) {
      one.advance(Duration.ofHours(1));
      one.toNextMinute();
      other.advance(Duration.ofHours(1));
      other.toNextMinute();
      List<Integer> statuses = Parallel.times(100, i -> ask(i % 2 == 0 ? one : other).status());
      assertThat(statuses).filteredOn(status -> status == 202).hasSizeBetween(58, 60);
    }
  }

  @Test
  void limitsTriesToSignInAsWell() {
    List<Integer> statuses =
        Parallel.times(25, i -> identity.redeem(RunningIdentity.newPhone(), "123456").status());
    assertThat(statuses).filteredOn(status -> status == 401).hasSize(10);
    assertThat(statuses).filteredOn(status -> status == 429).hasSize(15);
  }

  @Test
  void neverStopsARenewal() {
    String phone = RunningIdentity.newPhone();
    identity.askForCode(phone);
    Answer answer = identity.redeem(phone, identity.receivedCode(phone));
    Parallel.times(25, i -> identity.redeem(RunningIdentity.newPhone(), "123456").status());
    assertThat(identity.refresh(answer.text("refreshToken")).status()).isEqualTo(200);
  }

  @Test
  void keepsNoAddressInTheClear() {
    ask(identity, "X-Forwarded-For", "203.0.113.77");
    Stored.database(DATABASE)
        .getCollection("address_budgets")
        .find()
        .forEach(each -> assertThat(each.toJson()).doesNotContain("203.0.113"));
  }
}
