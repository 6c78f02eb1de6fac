package org.nuanxin.membership.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DomainEvent;
import org.nuanxin.events.GrantCancelled;
import org.nuanxin.events.GrantFailed;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.GrantWaiting;
import org.nuanxin.events.Topics;
import org.nuanxin.events.VisitCheckedIn;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import tools.jackson.databind.JsonNode;

class TimelineJourneyTest extends RunningService {

  private static final String VISIT = "visit";
  private static final String TIMELINE = "/api/v1/me/timeline";
  private static final Instant LATER =
      Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

  private final Worker worker = Worker.somebody();

  @Test
  void isEmptyForWhoeverHasNotApplied() {
    assertThat(get(worker.token(), TIMELINE).json().at("/items").size()).isZero();
  }

  @Test
  void expectsTheWelcomePackageAndShowsSixStepsWhenItIsDone() {
    String member = apply(worker).text("/memberId");

    assertThat(steps())
        .containsExactly(
            "application.submitted DONE",
            "application.approved DONE",
            "member.joined DONE",
            "grant.expected EXPECTED",
            "grant.expected EXPECTED",
            "grant.expected EXPECTED");
    publish(
        issued(member, "ACCIDENT_INSURANCE", "1"),
        issued(member, "HEALTH_CHECK", Integer.toString(year())),
        issued(member, "WELCOME_GIFT", "once"));
    publish(issued(member, "WELCOME_GIFT", "once"));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(steps())
                .containsExactly(
                    "application.submitted DONE",
                    "application.approved DONE",
                    "member.joined DONE",
                    "grant.issued DONE",
                    "grant.issued DONE",
                    "grant.issued DONE"));
    assertThat(get(worker.token(), TIMELINE).json().at("/items"))
        .allSatisfy(item -> assertThat(item.path("at").asString()).endsWith("Z"));
  }

  @Test
  void replacesAWaitingBenefitByTheIssuedOneInWhateverOrderTheyCome() {
    String member = apply(worker).text("/memberId");
    String grant = member + ":ACCIDENT_INSURANCE:1";

    publish(
        issued(member, "ACCIDENT_INSURANCE", "1"),
        event(
            grant + "-w",
            member,
            new GrantWaiting(
                "460200",
                member,
                grant,
                "ACCIDENT_INSURANCE",
                "1",
                "zh-CN",
                "PROVIDER_UNAVAILABLE",
                null,
                LATER.minusSeconds(1))),
        event(
            member + ":WELCOME_GIFT:once-w",
            member,
            new GrantWaiting(
                "460200",
                member,
                member + ":WELCOME_GIFT:once",
                "WELCOME_GIFT",
                "once",
                "zh-CN",
                "OUT_OF_STOCK",
                Instant.parse("2020-01-01T00:00:00Z"),
                LATER)),
        event(
            member + ":HEALTH_CHECK:" + year() + "-f",
            member,
            new GrantFailed(
                "460200",
                member,
                member + ":HEALTH_CHECK:" + year(),
                "HEALTH_CHECK",
                Integer.toString(year()),
                "zh-CN",
                "REFUSED_BY_PROVIDER",
                LATER)));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(steps())
                .containsExactlyInAnyOrder(
                    "application.submitted DONE",
                    "application.approved DONE",
                    "member.joined DONE",
                    "grant.issued DONE",
                    "grant.failed FAILED",
                    "grant.waiting LATE"));
    assertThat(get(worker.token(), TIMELINE).body()).contains("暂时缺货").contains("承办机构未受理");
  }

  @Test
  void listsOldestFirstWhateverIsAwaited() {
    String member = apply(worker).text("/memberId");
    publish(issued(member, "HEALTH_CHECK", Integer.toString(year())));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(steps())
                .containsExactly(
                    "application.submitted DONE",
                    "application.approved DONE",
                    "member.joined DONE",
                    "grant.expected EXPECTED",
                    "grant.expected EXPECTED",
                    "grant.issued DONE"));
    assertThat(get(worker.token(), TIMELINE).json().at("/items").valueStream())
        .extracting(item -> Instant.parse(item.path("at").asString()))
        .isSorted();
  }

  @Test
  void showsLeavingAndWhatItEnded() {
    String member = apply(worker).text("/memberId");
    String grant = member + ":ACCIDENT_INSURANCE:1";
    publish(issued(member, "ACCIDENT_INSURANCE", "1"));
    post(worker.token(), "/api/v1/me/leave");
    publish(
        event(
            grant + "-c",
            member,
            new GrantCancelled(
                "460200",
                member,
                grant,
                "ACCIDENT_INSURANCE",
                "1",
                "zh-CN",
                "MEMBER_LEFT",
                LATER.plusSeconds(1))));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(steps())
                .containsExactly(
                    "application.submitted DONE",
                    "application.approved DONE",
                    "member.joined DONE",
                    "member.left DONE",
                    "grant.issued DONE",
                    "grant.cancelled DONE"));
  }

  @Test
  void showsAVisitOfWhoeverHasThePhone() {
    apply(worker);
    publish(visit("visit-" + UUID.randomUUID(), worker.phoneIndex()));
    publish(visit("visit-" + UUID.randomUUID(), Worker.somebody().phoneIndex()));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(steps()).contains("station.visit DONE"));
  }

  @Test
  void tellsStaffTheEventsBehindTheStepsAndTheMemberNone() {
    String member = apply(worker).text("/memberId");
    String gift = member + ":WELCOME_GIFT:once";
    publish(
        StoredEvent.of(
            gift,
            member,
            1,
            LATER,
            null,
            new GrantWaiting(
                "460200",
                member,
                gift,
                "WELCOME_GIFT",
                "once",
                "zh-CN",
                "OUT_OF_STOCK",
                null,
                LATER)));
    // As benefits-service names them, and one with a name of its own.
    publish(StoredEvent.of(member + ":ACCIDENT_INSURANCE:1", 3, LATER, null, insurance(member)));
    publish(visit("visit-" + UUID.randomUUID(), worker.phoneIndex()));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(steps()).hasSize(7).contains("station.visit DONE"));

    assertThat(events(member))
        .containsExactlyInAnyOrder(
            "application.submitted "
                + member
                + "-1 org.nuanxin.membership.application.submitted.v1 1",
            "application.approved " + member + "-2 org.nuanxin.membership.member.joined.v1 2",
            "member.joined " + member + "-2 org.nuanxin.membership.member.joined.v1 2",
            "grant.expected null",
            "grant.waiting " + gift + " org.nuanxin.benefits.grant.waiting.v1 1",
            "grant.issued "
                + member
                + ":ACCIDENT_INSURANCE:1-3 org.nuanxin.benefits.grant.issued.v1 3",
            "station.visit " + VISIT + " org.nuanxin.stations.visit.checked-in.v1 1");
    assertThat(get(worker.token(), TIMELINE).json().at("/items"))
        .noneMatch(item -> item.has("event"));
  }

  @Test
  void tellsTheEventsOfEveryJoining() {
    String member = apply(worker).text("/memberId");
    post(worker.token(), "/api/v1/me/leave");
    apply(worker);

    assertThat(events(member).stream().filter(each -> !each.startsWith("grant")))
        .containsExactly(
            "application.submitted "
                + member
                + "-1 org.nuanxin.membership.application.submitted.v1 1",
            "application.approved " + member + "-2 org.nuanxin.membership.member.joined.v1 2",
            "member.joined " + member + "-2 org.nuanxin.membership.member.joined.v1 2",
            "member.left " + member + "-3 org.nuanxin.membership.member.left.v1 3",
            "application.submitted "
                + member
                + "-4 org.nuanxin.membership.application.submitted.v1 4",
            "application.approved " + member + "-5 org.nuanxin.membership.member.joined.v1 5",
            "member.joined " + member + "-5 org.nuanxin.membership.member.joined.v1 5");
    assertThat(firstCopies(member))
        .containsExactly(member + "-1", member + "-2", member + "-3", member + "-4", member + "-5");
  }

  @Test
  void tellsNoEventOfItsOwnWhereOneIsNotAmongTheSteps() {
    String member = apply(worker).text("/memberId");
    Worker newPhone = Worker.somebody();
    put(
        worker.token(),
        "/api/v1/me/phone",
        Map.of("phone", newPhone.phone(), "newPhoneToken", newPhone.token()));
    post(newPhone.token(), "/api/v1/me/leave");

    assertThat(events(member))
        .containsExactly(
            "application.submitted null",
            "application.approved null",
            "member.joined null",
            "member.left null");
  }

  private static List<String> firstCopies(String member) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                TestKafka.records(Topics.MEMBERSHIP, member).stream()
                    .map(event -> TestKafka.header(event, "ce_id"))
                    .distinct()
                    .toList(),
            found -> found.size() == 5);
  }

  private List<String> events(String member) {
    String staff = TestTokens.staff(Role.FEDERATION_ADMIN);
    return get(staff, "/api/v1/members/" + member + "/timeline")
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.path("type").asString() + " " + event(item.path("event")))
        .toList();
  }

  private static String event(JsonNode event) {
    return event.isNull()
        ? "null"
        : event.path("id").asString().replaceFirst("^visit-.*", VISIT)
            + " "
            + event.path("type").asString()
            + " "
            + event.path("sequence").asLong();
  }

  @Test
  void streamsToWhoeverWatchesAlsoFromBeforeApplying() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> response =
          client.send(
              request(worker.token(), TIMELINE + "/stream").GET().build(), BodyHandlers.ofLines());
      Thread reader = Thread.ofVirtual().start(() -> readUntilClosed(response.body(), lines));
      await().atMost(Duration.ofSeconds(60)).until(() -> !lines.isEmpty());

      String member = apply(worker).text("/memberId");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> lines.stream().anyMatch(line -> line.contains("member.joined")));
      publish(issued(member, "WELCOME_GIFT", "once"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> lines.stream().anyMatch(line -> line.contains("grant.issued")));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(lines).contains("id:" + member + ":WELCOME_GIFT:once");
      client.shutdownNow();
      reader.join(Duration.ofSeconds(5));
    }
  }

  private static void readUntilClosed(Stream<String> body, List<String> lines) {
    try {
      body.forEach(lines::add);
    } catch (UncheckedIOException e) {
      lines.add("closed");
    }
  }

  private List<String> steps() {
    JsonNode items = get(worker.token(), TIMELINE).json().at("/items");
    return items
        .valueStream()
        .map(item -> item.path("type").asString() + " " + item.path("status").asString())
        .toList();
  }

  private static int year() {
    return Instant.now().atZone(ZoneId.of("Asia/Shanghai")).getYear();
  }

  private static StoredEvent issued(String member, String programme, String period) {
    String grant = member + ":" + programme + ":" + period;
    return event(grant + "-1", member, issuedAs(member, grant, programme, period));
  }

  private static GrantIssued insurance(String member) {
    String grant = member + ":ACCIDENT_INSURANCE:1";
    return issuedAs(member, grant, "ACCIDENT_INSURANCE", "1");
  }

  private static GrantIssued issuedAs(
      String member, String grant, String programme, String period) {
    return new GrantIssued(
        "460200", member, grant, programme, period, "zh-CN", "REF-1", List.of(), null, null, LATER);
  }

  private static StoredEvent visit(String id, String phoneIndex) {
    return event(
        id,
        phoneIndex,
        new VisitCheckedIn("460200", id, "st-001", "大东海暖新驿站（示例）", phoneIndex, LATER));
  }

  private static StoredEvent event(String id, String key, DomainEvent event) {
    return StoredEvent.of(id, key, 1, LATER, null, event);
  }
}
