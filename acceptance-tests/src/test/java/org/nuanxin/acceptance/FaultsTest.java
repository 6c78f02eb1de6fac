package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What goes on while a part is away, and what follows when it is back. */
class FaultsTest {

  private static final Duration WHILE = Duration.ofSeconds(120);

  @AfterEach
  void mendProviders() {
    for (String provider : List.of("sms", "insurer", "clinic")) {
      Client.sandbox().delete("/faults/" + provider);
    }
  }

  @Test
  void anInsurerThatIsDownDelaysNeitherGiftNorHealthCheckAndLosesNothing() {
    fault("insurer", Map.of("down", true));
    Phone phone = Phone.ofSomebodyNew();
    phone.joins();

    await()
        .atMost(Phone.SOON)
        .untilAsserted(() -> {
          assertThat(state(phone, "HEALTH_CHECK")).isEqualTo("ISSUED");
          assertThat(state(phone, "WELCOME_GIFT")).isEqualTo("ISSUED");
          assertThat(state(phone, "ACCIDENT_INSURANCE")).isEqualTo("WAITING");
        });
    Client.sandbox().delete("/faults/insurer");

    await().atMost(WHILE).until(() -> state(phone, "ACCIDENT_INSURANCE").equals("ISSUED"));
    assertThat(policies(phone)).hasSize(1);
  }

  @Test
  void anInsurerThatBooksAndThenFailsHasOnePolicyAllTheSame() {
    fault("insurer", Map.of("failAfterEffectRate", 1.0, "seed", 7));
    Phone phone = Phone.ofSomebodyNew();
    phone.joins();
    await().atMost(Phone.SOON).until(() -> policies(phone).size() == 1);

    Client.sandbox().delete("/faults/insurer");

    await().atMost(WHILE).until(() -> state(phone, "ACCIDENT_INSURANCE").equals("ISSUED"));
    assertThat(policies(phone)).hasSize(1);
  }

  @Test
  void benefitsServiceKilledInTheMiddleCompletesEverybodyExactlyOnce() throws Exception {
    List<Phone> phones = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      phones.add(Phone.ofSomebodyNew());
    }
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> joining = new ArrayList<>();
      for (int i = 0; i < phones.size(); i++) {
        Phone phone = phones.get(i);
        joining.add(callers.submit(phone::joins));
        if (i == phones.size() / 2) {
          Stack.process("benefits-service").destroyForcibly();
        }
      }
      for (Future<Answer> answer : joining) {
        answer.get();
      }
    }

    for (Phone phone : phones) {
      await()
          .atMost(WHILE)
          .ignoreExceptions()
          .until(() -> {
            List<JsonNode> grants = phone.grants();
            return grants.size() == 3
                && grants.stream().allMatch(g -> g.path("state").asString().equals("ISSUED"));
          });
      assertThat(policies(phone)).hasSize(1);
    }
  }

  @Test
  void aDeadServiceIsToldWithinTwoSecondsWhileTheOthersGoOn() {
    ProcessHandle stations = Stack.process("stations-service");
    stations.destroyForcibly();
    stations.onExit().join();
    long asked = System.nanoTime();

    Answer dead = Client.anonymous().get("/api/v1/stations?limit=1");
    Duration took = Duration.ofNanos(System.nanoTime() - asked);
    // Once more, for the first may meet a machine that is busy starting the service again.
    asked = System.nanoTime();
    Answer again = Client.anonymous().get("/api/v1/stations?limit=1");
    if (again.status() == 503) {
      took = Collections.min(List.of(took, Duration.ofNanos(System.nanoTime() - asked)));
    }

    assertThat(dead.status()).isEqualTo(503);
    assertThat(dead.header("Retry-After")).isNotBlank();
    assertThat(dead.header("Content-Type")).startsWith("application/problem+json");
    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(Client.anonymous().get("/api/v1/consents/current").status()).isEqualTo(200);
    await()
        .atMost(WHILE)
        .until(() -> Client.anonymous().get("/api/v1/stations?limit=1").status() == 200);
  }

  private static void fault(String provider, Map<String, Object> fault) {
    assertThat(Client.sandbox().put("/faults/" + provider, fault).status()).isBetween(200, 204);
  }

  private static String state(Phone phone, String programme) {
    return phone.grants().stream()
        .filter(grant -> grant.path("programme").asString().equals(programme))
        .map(grant -> grant.path("state").asString())
        .findFirst()
        .orElse("none");
  }

  private static List<JsonNode> policies(Phone phone) {
    return Client.sandbox().get("/insurer/policies?memberId=" + phone.memberId()).items();
  }
}
