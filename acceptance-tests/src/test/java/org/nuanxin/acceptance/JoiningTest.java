package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A worker joins, and everything follows. */
class JoiningTest {

  private static final List<String> PROGRAMMES =
      List.of("ACCIDENT_INSURANCE", "HEALTH_CHECK", "WELCOME_GIFT");

  @Test
  void bringsInsuranceHealthCheckGiftAndMessagesExactlyOnce() {
    Phone phone = Phone.ofSomebodyNew();

    Answer application = phone.joins();
    List<JsonNode> grants = phone.awaitThreeGrants();

    assertThat(application.header("Location"))
        .endsWith("/api/v1/applications/" + application.field("id"));
    assertThat(application.json().at("/union/reason").asString()).isNotBlank();
    assertThat(grants)
        .extracting(grant -> grant.path("programme").asString())
        .containsExactlyInAnyOrderElementsOf(PROGRAMMES);
    assertThat(grants)
        .allSatisfy(grant -> {
          assertThat(grant.path("reference").asString()).isNotBlank();
          assertThat(grant.path("issuedAt").asString()).isNotBlank();
        });
    await().atMost(Phone.SOON).until(() -> phone.messages().size() == 4);
    assertThat(phone.messages())
        .extracting(message -> message.path("kind").asString())
        .containsExactlyInAnyOrder("MEMBER_JOINED", "GRANT_ISSUED", "GRANT_ISSUED", "GRANT_ISSUED");
    assertThat(bookings("/insurer/policies", phone)).hasSize(1);
    assertThat(bookings("/clinic/entitlements", phone)).hasSize(1);
  }

  @Test
  void showsEveryStepOnTheTimelineWithItsTime() {
    Phone phone = Phone.ofSomebodyNew();
    phone.joins();
    phone.awaitThreeGrants();

    await()
        .atMost(Phone.SOON)
        .untilAsserted(() -> {
          assertThat(phone.timeline()).hasSize(6);
          assertThat(phone.timeline())
              .allSatisfy(step -> {
                assertThat(step.path("status").asString()).isEqualTo("DONE");
                assertThat(step.path("at").asString()).isNotBlank();
                assertThat(step.path("title").asString()).isNotBlank();
              });
        });
    assertThat(phone.timeline()).extracting(step -> step.path("at").asString()).isSorted();
  }

  @Test
  @Timeout(120)
  void streamsTheTimelineWhileItGrows() {
    Phone phone = Phone.ofSomebodyNew();
    phone.joins();
    Set<String> awaited = new HashSet<>(PROGRAMMES);
    boolean resumable = false;

    try (Stream<String> stream = phone.client.lines("/api/v1/me/timeline/stream")) {
      // Ends when all were seen; a stream that ends before has no next line.
      for (Iterator<String> lines = stream.iterator(); !awaited.isEmpty(); ) {
        String line = lines.next();
        resumable |= line.startsWith("id:");
        awaited.removeIf(programme -> line.contains(programme) && line.contains("DONE"));
      }
    }

    assertThat(resumable).isTrue();
  }

  @Test
  void tellsWhoTheMemberIs() {
    Phone phone = Phone.ofSomebodyNew();
    assertThat(phone.client.get("/api/v1/me").status()).isEqualTo(404);

    Answer application = phone.joins();
    Answer me = phone.client.get("/api/v1/me");

    assertThat(me.field("state")).isEqualTo("ACTIVE");
    assertThat(me.field("memberId")).isEqualTo(application.field("memberId"));
    assertThat(me.field("membershipNumber")).isEqualTo(application.field("membershipNumber"));
  }

  @Test
  void readsMessagesAndCountsTheUnread() {
    Phone phone = Phone.ofSomebodyNew();
    phone.joins();
    await().atMost(Phone.SOON).until(() -> phone.messages().size() == 4);
    String first = phone.messages().getFirst().path("id").asString();

    Answer read = phone.client.post("/api/v1/me/messages/" + first + "/read", Map.of());

    assertThat(read.status()).isBetween(200, 204);
    assertThat(phone.client.get("/api/v1/me/messages").json().path("unread").asInt()).isEqualTo(3);
  }

  @Test
  void byFiftyIdenticalCallsWithOneKeyMakesOneMember() throws Exception {
    Phone phone = Phone.ofSomebodyNew();
    Map<String, Object> body = phone.application();
    String key = UUID.randomUUID().toString();

    List<Answer> answers =
        fiftyTimes(() -> phone.client.post("/api/v1/applications", body, "Idempotency-Key", key));

    assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409, 503);
    Set<String> ids =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .map(answer -> answer.field("id"))
            .collect(Collectors.toSet());
    assertThat(ids).hasSize(1);
    phone.awaitThreeGrants();
    assertThat(bookings("/insurer/policies", phone)).hasSize(1);
  }

  @Test
  void byFiftyIdenticalCallsWithDifferentKeysMakesOneMember() throws Exception {
    Phone phone = Phone.ofSomebodyNew();
    Map<String, Object> body = phone.application();

    List<Answer> answers = fiftyTimes(() -> phone.client.post("/api/v1/applications", body));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isEqualTo(409);
          assertThat(answer.field("applicationId")).isNotBlank();
        });
    phone.awaitThreeGrants();
    assertThat(bookings("/insurer/policies", phone)).hasSize(1);
  }

  @Test
  void bySomebodyElseWithTheSameIdNumberTellsNothingOfThePerson() {
    Phone first = Phone.ofSomebodyNew();
    first.joins();
    Phone other = Phone.ofSomebodyNew();

    Answer refused =
        other.client.post(
            "/api/v1/applications", other.applicationWith("idNumber", first.worker.idNumber()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).doesNotContain("applicationId", first.worker.name());
  }

  @Test
  void inEnglishIsAnsweredInEnglish() {
    Phone phone = Phone.ofSomebodyNew();

    phone.client.post("/api/v1/applications", phone.applicationWith("language", "en"));

    await().atMost(Phone.SOON).until(() -> phone.messages().size() == 4);
    assertThat(phone.messages())
        .allSatisfy(message -> {
          assertThat(message.path("language").asString()).isEqualTo("en");
          assertThat(message.path("title").asString()).matches("[\\x20-\\x7e–’]+");
        });
  }

  @Test
  void endsWithLeavingWhichCancelsWhatIsUnused() {
    Phone phone = Phone.ofSomebodyNew();
    phone.joins();
    phone.awaitThreeGrants();

    assertThat(phone.client.post("/api/v1/me/leave", Map.of()).status()).isEqualTo(202);

    await()
        .atMost(Phone.SOON)
        .until(() ->
            phone.grants().stream()
                .allMatch(grant -> grant.path("state").asString().equals("CANCELLED")));
    assertThat(phone.client.get("/api/v1/me").field("state")).isEqualTo("LEFT");
    await()
        .atMost(Phone.SOON)
        .untilAsserted(() ->
            assertThat(bookings("/insurer/policies", phone))
                .allMatch(policy -> !policy.path("cancelledAt").asString("").isEmpty()));
  }

  @Test
  void againAfterLeavingInsuresAgainButGivesNoSecondGift() {
    Phone phone = Phone.ofSomebodyNew();
    phone.joins();
    phone.awaitThreeGrants();
    phone.client.post("/api/v1/me/leave", Map.of());
    await()
        .atMost(Phone.SOON)
        // All three, or the old insurance would be taken for the new one below.
        .until(() ->
            phone.grants().stream()
                .allMatch(grant -> grant.path("state").asString().equals("CANCELLED")));

    phone.joins();

    await()
        .atMost(Phone.SOON)
        .until(() ->
            phone.grants().stream()
                .anyMatch(grant ->
                    grant.path("programme").asString().equals("ACCIDENT_INSURANCE")
                        && grant.path("state").asString().equals("ISSUED")));
    assertThat(phone.grants())
        .filteredOn(grant -> grant.path("programme").asString().equals("WELCOME_GIFT"))
        .hasSize(1);
    assertThat(bookings("/insurer/policies", phone)).hasSize(2);
  }

  private static List<JsonNode> bookings(String path, Phone phone) {
    return Client.sandbox().get(path + "?memberId=" + phone.memberId()).items();
  }

  private static List<Answer> fiftyTimes(Callable<Answer> call) throws Exception {
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : callers.invokeAll(Collections.nCopies(50, call))) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
