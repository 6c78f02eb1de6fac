package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Staff: names and passwords, what their tokens say, and the wait after wrong ones. */
class StaffTest {

  private static RunningIdentity identity;

  @BeforeAll
  static void start() {
    identity = RunningIdentity.start("identity_staff");
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @Nested
  class SigningIn {

    @Test
    void putsRolesUnionsAndStationIntoTheToken() {
      var reviewer = Tokens.claims(identity.signIn("reviewer", RunningIdentity.PASSWORD));
      assertThat(reviewer.getSubject()).isEqualTo("staff:reviewer");
      assertThat(reviewer.getIssuer()).isEqualTo(RunningIdentity.ISSUER);
      assertThat(reviewer.getAudience()).containsExactly("nuanxin");
      assertThat(reviewer.getClaim("federation")).isEqualTo("460200");
      assertThat(reviewer.getClaim("roles")).isEqualTo(List.of("REVIEWER"));
      assertThat(reviewer.getClaim("unions")).isEqualTo(List.of("460200-jiyang"));
      assertThat(reviewer.getClaim("phone_index")).isNull();
      var keeper = Tokens.claims(identity.signIn("keeper", RunningIdentity.PASSWORD));
      assertThat(keeper.getClaim("station")).isEqualTo("st-001");
    }

    @Test
    void takesTheNameInAnyCase() {
      assertThat(identity.signIn(" Reviewer ", RunningIdentity.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownNameInTheSameWords() {
      Answer wrong = identity.signIn("keeper", "wrong password");
      Answer unknown = identity.signIn("nobody-here", "wrong password");
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(unknown.status()).isEqualTo(401);
      assertThat(unknown.text("detail")).isEqualTo(wrong.text("detail"));
      assertThat(unknown.text("type")).isEqualTo(wrong.text("type"));
    }

    @Test
    void takesAboutAsLongForAnUnknownNameAsForAWrongPassword() {
      identity.signIn("warm-up", "wrong password");
      long wrong = Long.MAX_VALUE;
      long unknown = Long.MAX_VALUE;
      // In turns, so that a busy machine slows both.
      for (int i = 0; i < 4; i++) {
        wrong = Math.min(wrong, nanosOf("keeper"));
        unknown = Math.min(unknown, nanosOf("nobody-at-all"));
      }
      // Without a hash made for nobody it would be less than a tenth.
      assertThat((double) unknown / wrong).isGreaterThan(0.2);
      identity.signIn("keeper", RunningIdentity.PASSWORD);
    }

    private long nanosOf(String username) {
      long start = System.nanoTime();
      identity.signIn(username, "wrong password");
      return System.nanoTime() - start;
    }
  }

  @Nested
  class WrongPasswords {

    @Test
    void makeTheNameWaitAfterFiveAndEvenTheRightOneIsNotLookedAt() {
      assertThat(wrong("ops", 5)).containsOnly(401);
      Answer paused = identity.signIn("ops", RunningIdentity.PASSWORD);
      assertThat(paused.status()).isEqualTo(429);
      assertThat(paused.problem()).isEqualTo("sign-ins-paused");
      assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(20, 30);
      identity.advance(Duration.ofSeconds(31));
      assertThat(identity.signIn("ops", RunningIdentity.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void makeTheNameWaitTwiceAsLongEachTimeUntilTheRightOneComes() {
      wrong("reviewer", 5);
      identity.advance(Duration.ofSeconds(31));
      assertThat(wrong("reviewer", 1)).containsOnly(401);
      Answer paused = identity.signIn("reviewer", RunningIdentity.PASSWORD);
      assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(50, 60);
      identity.advance(Duration.ofSeconds(61));
      assertThat(identity.signIn("reviewer", RunningIdentity.PASSWORD).status()).isEqualTo(200);
      assertThat(wrong("reviewer", 4)).containsOnly(401);
      assertThat(identity.signIn("reviewer", RunningIdentity.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void makeAnUnknownNameWaitAlikeSoThatNobodyLearnsWhichNamesExist() {
      assertThat(wrong("no-such-name", 5)).containsOnly(401);
      assertThat(identity.signIn("no-such-name", "whatever").status()).isEqualTo(429);
    }

    @Test
    void arriveFiftyAtOnceAndGetHardlyMoreThanFiveLookedAt() {
      List<Integer> statuses =
          Parallel.times(50, i -> identity.signIn("keeper", "wrong password " + i).status());
      // Two are looked at side by side, so one may slip in beyond the fifth.
      assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(5, 6);
      assertThat(statuses).filteredOn(status -> status != 401).containsAnyOf(429);
      assertThat(statuses).containsAnyOf(401, 429, 503);
      identity.advance(Duration.ofMinutes(2));
      assertThat(identity.signIn("keeper", RunningIdentity.PASSWORD).status()).isEqualTo(200);
    }

    private List<Integer> wrong(String username, int times) {
      return java.util.stream.IntStream.range(0, times)
          .mapToObj(i -> identity.signIn(username, "wrong password").status())
          .toList();
    }
  }

  @Nested
  class TheAccountsFile {

    @Test
    void addsOnlyWhatIsAbsent() {
      var accounts = Stored.database("identity_staff").getCollection("staff_accounts");
      var before = accounts.find().into(new java.util.ArrayList<>());
      try (RunningIdentity again = RunningIdentity.start("identity_staff")) {
        assertThat(accounts.find().into(new java.util.ArrayList<>())).isEqualTo(before);
        assertThat(again.signIn("ops", RunningIdentity.PASSWORD).status()).isEqualTo(200);
      }
    }

    @Test
    void leavesHashesOnlyInTheDatabase() {
      Stored.database("identity_staff")
          .getCollection("staff_accounts")
          .find()
          .forEach(account -> {
            assertThat(account.getString("passwordHash")).startsWith("$argon2id$");
            assertThat(account.toJson()).doesNotContain(RunningIdentity.PASSWORD);
          });
    }
  }
}
