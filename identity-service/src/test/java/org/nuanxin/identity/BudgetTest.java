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
  private static final Map<String, String> SMALL =
      Map.of("nuanxin.identity.budgets.codes", "10", "nuanxin.identity.budgets.sign-ins", "10");

  private static RunningIdentity identity;

  @BeforeAll
  static void start() {
    identity = RunningIdentity.start(DATABASE, SMALL);
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  /** A minute that no other test has spent of. */
  @BeforeEach
  void nextMinute() {
    identity.advance(Duration.ofMinutes(2));
  }

  private static Answer ask(RunningIdentity instance, String... headers) {
    return instance.post("/api/v1/auth/otp", Map.of("phone", RunningIdentity.newPhone()), headers);
  }

  @Test
  void letsAnAddressAskForSoManyCodesAMinuteWhateverThePhones() {
    List<Answer> answers = Parallel.times(25, i -> ask(identity));
    assertThat(answers).filteredOn(each -> each.status() == 202).hasSizeBetween(10, 20);
    Answer refused = ask(identity);
    // The minute may have turned during the burst; within one minute it holds.
    if (refused.status() == 429) {
      assertThat(refused.problem()).isEqualTo("too-many-requests");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }
    identity.advance(Duration.ofMinutes(1));
    assertThat(ask(identity).status()).isEqualTo(202);
  }

  @Test
  void countsAnotherAddressApart() {
    Parallel.times(25, i -> ask(identity));
    assertThat(ask(identity, "X-Forwarded-For", "203.0.113.7").status()).isEqualTo(202);
  }

  @Test
  void believesTheNearestProxyNotWhatACallerClaims() {
    for (int i = 0; i < 30; i++) {
      String claimed = "198.51.100." + i + ", 203.0.113.9";
      ask(identity, "X-Forwarded-For", claimed);
    }
    assertThat(
            Parallel.times(
                    15, i -> ask(identity, "X-Forwarded-For", "1.1.1." + i + ", 203.0.113.9"))
                .stream()
                .filter(each -> each.status() == 429))
        .isNotEmpty();
  }

  @Test
  void limitsTriesToSignInAsWell() {
    List<Integer> statuses =
        Parallel.times(
            25, i -> identity.redeem(RunningIdentity.newPhone(), "12345" + i % 10).status());
    assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(10, 20);
    assertThat(statuses).contains(429);
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
