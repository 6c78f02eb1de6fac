package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrong passwords from elsewhere: they neither keep the owner out nor go on for ever. */
class PausedSignInsTest {

  private static final String DATABASE = "identity_paused";
  private static final String ATTACKER = "203.0.113.66";
  private static final String OFFICE = "198.51.100.7";
  private static final String HOME = "198.51.100.8";
  private static final int LIMIT = 12;

  private static RunningIdentity identity;

  @BeforeAll
  static void start() {
    identity = instance();
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @BeforeEach
  void forgetWhatOtherTestsDid() {
    for (String collection : List.of("failed_sign_ins", "known_addresses")) {
      Stored.database(DATABASE).getCollection(collection).deleteMany(new Document());
    }
  }

  private static RunningIdentity instance() {
    return RunningIdentity.start(
        DATABASE, Map.of("nuanxin.identity.name-limit.failures", String.valueOf(LIMIT)));
  }

  private static Answer signIn(
      RunningIdentity where, String address, String username, String password) {
    return where.post(
        "/api/v1/auth/token",
        Map.of("username", username, "password", password),
        "X-Forwarded-For",
        address);
  }

  private Answer signIn(String address, String username) {
    return signIn(identity, address, username, RunningIdentity.PASSWORD);
  }

  private List<Integer> wrong(String address, String username, int times) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      statuses.add(signIn(identity, address, username, "wrong password").status());
    }
    return statuses;
  }

  /** Four wrong ones from each of many addresses, none of which then has to wait by itself. */
  private void wrongFromEverywhere(String username) {
    for (int i = 0; i < LIMIT / 4; i++) {
      assertThat(wrong("192.0.2." + (i + 1), username, 4)).containsOnly(401);
    }
  }

  @Test
  void thoseOfOneAddressMakeThatAddressWaitAndNoOther() {
    assertThat(wrong(ATTACKER, "ops", 5)).containsOnly(401);
    Answer there = signIn(ATTACKER, "ops");
    assertThat(there.status()).isEqualTo(429);
    assertThat(there.problem()).isEqualTo("sign-ins-paused");
    assertThat(signIn(OFFICE, "ops").status()).isEqualTo(200);
    assertThat(signIn(ATTACKER, "ops").status()).isEqualTo(429);
  }

  @Test
  void theNetworkOfAnIpv6CustomerIsOneAddress() {
    for (int i = 0; i < 5; i++) {
      wrong("2001:db8:0:1:" + i + "::1", "ops", 1);
    }
    assertThat(signIn("2001:db8:0:1:9::9", "ops").status()).isEqualTo(429);
    assertThat(signIn("2001:db8:0:2::1", "ops").status()).isEqualTo(200);
  }

  @Test
  void thoseOfManyAddressesEndAtTheLimitButNotForTheAddressesOfTheOwner() {
    assertThat(signIn(OFFICE, "ops").status()).isEqualTo(200);
    wrongFromEverywhere("ops");
    Answer anywhere = signIn(HOME, "ops");
    assertThat(anywhere.status()).isEqualTo(429);
    assertThat(anywhere.problem()).isEqualTo("sign-ins-paused");
    assertThat(Integer.parseInt(anywhere.header("Retry-After"))).isBetween(3500, 3600);
    assertThat(signIn(OFFICE, "ops").status()).isEqualTo(200);
    assertThat(signIn(HOME, "ops").status()).isEqualTo(429);
    assertThat(signIn(HOME, "reviewer").status()).isEqualTo(200);
  }

  @Test
  void letEverybodyTryAgainAfterAnHour() {
    wrongFromEverywhere("ops");
    assertThat(signIn(HOME, "ops").status()).isEqualTo(429);
    identity.advance(Duration.ofMinutes(61));
    assertThat(signIn(HOME, "ops").status()).isEqualTo(200);
  }

  @Test
  void makeAnAddressOfTheOwnerWaitToo() {
    assertThat(signIn(OFFICE, "ops").status()).isEqualTo(200);
    wrongFromEverywhere("ops");
    assertThat(wrong(OFFICE, "ops", 5)).containsOnly(401);
    assertThat(signIn(OFFICE, "ops").status()).isEqualTo(429);
    identity.advance(Duration.ofSeconds(31));
    assertThat(signIn(OFFICE, "ops").status()).isEqualTo(200);
  }

  @Test
  void areAnsweredAlikeForANameThatDoesNotExist() {
    wrongFromEverywhere("ops");
    wrongFromEverywhere("nobody-here");
    Answer known = signIn(HOME, "ops");
    Answer unknown = signIn(HOME, "nobody-here");
    assertThat(unknown.status()).isEqualTo(429);
    assertThat(unknown.text("detail")).isEqualTo(known.text("detail"));
    assertThat(unknown.text("type")).isEqualTo(known.text("type"));
  }

  @Test
  void areCountedByAllInstancesTogether() {
    try (RunningIdentity other = instance()) {
      // Other tests turned this one's clock on; an hour apart, each would begin windows of its own.
      other.advance(Duration.between(other.now(), identity.now()));
      List<Integer> statuses = new ArrayList<>();
      // A busy machine has no turn for some of them; then others come.
      for (int round = 0; !statuses.contains(429); round++) {
        assertThat(round).isLessThan(10);
        String network = "192.0." + round + ".";
        statuses.addAll(
            Parallel.times(
                60,
                i ->
                    signIn(i % 2 == 0 ? identity : other, network + i, "keeper", "wrong")
                        .status()));
      }
      // Two are looked at side by side at each instance, so three may slip in beyond the last.
      assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(LIMIT, LIMIT + 3);
    }
  }

  @Test
  void leaveNoNameAndNoAddressInTheClear() {
    signIn(OFFICE, "reviewer");
    wrong(ATTACKER, "typed-a-secret-here", 1);
    for (String collection : List.of("failed_sign_ins", "known_addresses")) {
      List<Document> all =
          Stored.database(DATABASE).getCollection(collection).find().into(new ArrayList<>());
      assertThat(all).as(collection).isNotEmpty();
      assertThat(all.toString())
          .doesNotContain(OFFICE, ATTACKER, "reviewer", "typed-a-secret-here");
    }
  }
}
