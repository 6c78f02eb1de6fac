package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refresh tokens: they change at each use, and a stolen one gives itself away. */
class SessionTest {

  private final RunningIdentity identity = RunningIdentity.shared();

  private String signedIn() {
    return identity.signIn(RunningIdentity.newPhone()).text("refreshToken");
  }

  @Nested
  class Renewing {

    @Test
    void givesANewPairForTheSamePerson() {
      Answer first = identity.signIn(RunningIdentity.newPhone());
      Answer second = identity.refresh(first.text("refreshToken"));
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.text("refreshToken")).isNotEqualTo(first.text("refreshToken"));
      assertThat(second.text("tokenType")).isEqualTo("Bearer");
      assertThat(second.json().get("expiresIn").asInt()).isGreaterThanOrEqualTo(900);
      assertThat(second.header("Cache-Control")).isEqualTo("no-store");
      assertThat(Tokens.subject(second)).isEqualTo(Tokens.subject(first));
      assertThat(Tokens.claims(second).getClaim("phone_index"))
          .isEqualTo(Tokens.claims(first).getClaim("phone_index"));
    }

    @Test
    void goesOnForAsLongAsTheSessionAndNotLonger() {
      String token = signedIn();
      for (int day = 0; day < 29; day++) {
        identity.advance(Duration.ofDays(1));
        Answer renewed = identity.refresh(token);
        assertThat(renewed.status()).isEqualTo(200);
        token = renewed.text("refreshToken");
      }
      identity.advance(Duration.ofDays(1));
      assertThat(identity.refresh(token).status()).isEqualTo(401);
    }

    @Test
    void looksUpAnewWhatStaffMayDo() {
      var accounts = Stored.shared().getCollection("staff_accounts");
      var keeper = Filters.eq("username", "keeper");
      Answer before = identity.signIn("keeper", RunningIdentity.PASSWORD);
      accounts.updateOne(keeper, Updates.set("roles", List.of("AUDITOR")));
      Answer after = identity.refresh(before.text("refreshToken"));
      accounts.updateOne(keeper, Updates.set("roles", List.of("STATION_KEEPER")));
      assertThat(Tokens.claims(before).getClaim("roles")).isEqualTo(List.of("STATION_KEEPER"));
      assertThat(Tokens.claims(after).getClaim("roles")).isEqualTo(List.of("AUDITOR"));
    }

    @Test
    void endsWithTheAccount() {
      var accounts = Stored.shared().getCollection("staff_accounts");
      Answer before = identity.signIn("keeper", RunningIdentity.PASSWORD);
      var account = accounts.findOneAndDelete(Filters.eq("username", "keeper"));
      Answer after = identity.refresh(before.text("refreshToken"));
      accounts.insertOne(account);
      assertThat(after.status()).isEqualTo(401);
      assertThat(identity.refresh(before.text("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void endsForStaffAfterAWorkingDay() {
      String token = identity.signIn("reviewer", RunningIdentity.PASSWORD).text("refreshToken");
      identity.advance(Duration.ofHours(12));
      assertThat(identity.refresh(token).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "{\"$gt\":\"\"}", "AAAAAAAAAAAAAAAAAAAAAA."})
    void refusesWhatIsNoTokenOfOurs(String token) {
      Answer answer = identity.refresh(token);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.problem()).isEqualTo("invalid-credentials");
    }

    @Test
    void isNotStoppedByAnExpiredAccessTokenSentAlong() {
      Answer answer =
          identity.post(
              "/api/v1/auth/token",
              Map.of("refreshToken", signedIn()),
              "Authorization",
              "Bearer not.a.token");
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Nested
  class TwoTabsAtTheSameMoment {

    @Test
    void getTheSameSuccessor() {
      String token = signedIn();
      List<Answer> answers = Parallel.times(10, i -> identity.refresh(token));
      assertThat(answers).extracting(Answer::status).containsOnly(200);
      assertThat(answers.stream().map(each -> each.text("refreshToken")).distinct()).hasSize(1);
      assertThat(identity.refresh(answers.getFirst().text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void getTheSameSuccessorFromTwoInstances() {
      String token = signedIn();
      try (RunningIdentity other = RunningIdentity.start("identity_shared")) {
        // Else a rotation by the one may seem long past to the other, whose clock was moved on.
        other.advance(Duration.between(other.now(), identity.now()));
        List<Answer> answers =
            Parallel.times(8, i -> (i % 2 == 0 ? identity : other).refresh(token));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(each -> each.text("refreshToken")).distinct()).hasSize(1);
      }
    }
  }

  @Nested
  class ATokenThatIsUsedAgain {

    @Test
    void endsTheSessionForBothWhoHoldIt() {
      String stolen = signedIn();
      String successor = identity.refresh(stolen).text("refreshToken");
      identity.advance(Duration.ofSeconds(11));
      assertThat(identity.refresh(stolen).status()).isEqualTo(401);
      assertThat(identity.refresh(successor).status()).isEqualTo(401);
    }

    @Test
    void endsItAtOnceWhenTheSessionHasMovedOnTwice() {
      String stolen = signedIn();
      String second = identity.refresh(stolen).text("refreshToken");
      String third = identity.refresh(second).text("refreshToken");
      assertThat(identity.refresh(stolen).status()).isEqualTo(401);
      assertThat(identity.refresh(third).status()).isEqualTo(401);
    }

    @Test
    void leavesThePersonsOtherSessionsAlone() {
      String phone = RunningIdentity.newPhone();
      String here = identity.signIn(phone).text("refreshToken");
      String there = identity.signIn(phone).text("refreshToken");
      identity.refresh(here);
      identity.advance(Duration.ofSeconds(11));
      identity.refresh(here);
      assertThat(identity.refresh(there).status()).isEqualTo(200);
    }
  }

  @Nested
  class Revoking {

    @Test
    void endsTheSession() {
      String token = signedIn();
      assertThat(revoke(token).status()).isEqualTo(204);
      assertThat(identity.refresh(token).status()).isEqualTo(401);
    }

    @Test
    void answersAlikeForWhatWasNeverATokenAndForWhatIsOneNoMore() {
      String token = signedIn();
      revoke(token);
      assertThat(revoke(token).status()).isEqualTo(204);
      assertThat(revoke("never-a-token").status()).isEqualTo(204);
    }

    @Test
    void leavesASessionAloneWithoutProofOfItsSecret() {
      String token = signedIn();
      assertThat(revoke(withAnotherSecret(token)).status()).isEqualTo(204);
      assertThat(identity.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void takesTheTokenBeforeTheLastRenewalOnlyWithinTheGrace() {
      String early = signedIn();
      String successor = identity.refresh(early).text("refreshToken");
      identity.advance(Duration.ofSeconds(11));
      assertThat(revoke(early).status()).isEqualTo(204);
      Answer renewed = identity.refresh(successor);
      assertThat(renewed.status()).isEqualTo(200);

      assertThat(revoke(successor).status()).isEqualTo(204);
      assertThat(identity.refresh(renewed.text("refreshToken")).status()).isEqualTo(401);
    }

    private static String withAnotherSecret(String token) {
      char last = token.charAt(token.length() - 1);
      return token.substring(0, token.length() - 1) + (last == 'A' ? 'E' : 'A');
    }

    @Test
    void needsTheField() {
      Answer answer = identity.post("/api/v1/auth/revoke", Map.of());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errors()).containsExactly("refreshToken:REQUIRED");
    }

    private Answer revoke(String token) {
      return identity.post("/api/v1/auth/revoke", Map.of("refreshToken", token));
    }
  }
}
