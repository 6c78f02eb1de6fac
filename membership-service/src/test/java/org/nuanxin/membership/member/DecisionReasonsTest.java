package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.ApplicationRejected;
import org.nuanxin.events.ApplicationReturned;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.event.EventJson;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import tools.jackson.databind.JsonNode;

/** Reasons of a return, one for each field, and codes of a refusal. */
class DecisionReasonsTest extends RunningService {

  private static final String QUEUE = "/api/v1/review/applications";
  private static final Duration SOON = Duration.ofSeconds(15);

  private final Worker worker = Worker.somebody();
  private final String reviewer = TestTokens.staff(Role.REVIEWER, "industry-courier");

  private String submitted(String language) {
    Map<String, Object> application = worker.forReview();
    application.put("language", language);
    return apply(worker.token(), UUID.randomUUID().toString(), application).text("/id");
  }

  private String submitted() {
    return submitted("zh-CN");
  }

  private Answer decide(String id, String decision, Map<String, ?> body) {
    return post(reviewer, QUEUE + "/" + id + "/" + decision, body);
  }

  private static Map<String, Object> why(String field, String reason) {
    Map<String, Object> why = new LinkedHashMap<>();
    why.put("field", field);
    why.put("reason", reason);
    return why;
  }

  private JsonNode lastStep(String token, String id) {
    JsonNode history = get(token, "/api/v1/applications/" + id).json().at("/history");
    return history.get(history.size() - 1);
  }

  private String onTimeline(String type) {
    return get(worker.token(), "/api/v1/me/timeline")
        .json()
        .at("/items")
        .valueStream()
        .filter(item -> item.path("type").asString().equals(type))
        .map(item -> item.path("reason").asString())
        .findFirst()
        .orElseThrow();
  }

  private <T> T sent(String id, EventType type, Class<T> event) {
    String member = id.substring(0, id.indexOf('-'));
    List<ConsumerRecord<String, byte[]>> found =
        await()
            .atMost(SOON)
            .until(
                () ->
                    TestKafka.records(Topics.MEMBERSHIP, member).stream()
                        .filter(each -> TestKafka.header(each, "ce_type").equals(type.type()))
                        .toList(),
                records -> !records.isEmpty());
    return event.cast(EventJson.read(found.getLast().value(), type.record()));
  }

  @Test
  void tellsWorkerAndStaffWhyEachFieldIsReturned() {
    String id = submitted();

    Answer returned =
        decide(
            id,
            "return",
            Map.of("fieldReasons", List.of(why("employer", "名称与营业执照不一致"), why("name", "和证件不一致"))));

    assertThat(returned.status()).as(returned.body()).isEqualTo(200);
    String joined = "用人单位：名称与营业执照不一致；姓名：和证件不一致";
    for (String token : List.of(worker.token(), reviewer)) {
      JsonNode step = lastStep(token, id);
      assertThat(step.at("/fieldReasons/0/field").asString()).isEqualTo("employer");
      assertThat(step.at("/fieldReasons/0/reason").asString()).isEqualTo("名称与营业执照不一致");
      assertThat(step.at("/fieldReasons/1/field").asString()).isEqualTo("name");
      assertThat(step.path("fields").valueStream().map(JsonNode::asString))
          .containsExactly("employer", "name");
      assertThat(step.path("reason").asString()).isEqualTo(joined);
      assertThat(step.path("code").isNull()).isTrue();
    }
    assertThat(onTimeline("application.returned")).isEqualTo(joined);
    ApplicationReturned event = sent(id, EventType.APPLICATION_RETURNED, ApplicationReturned.class);
    assertThat(event.reason()).isEqualTo(joined);
    assertThat(event.fields()).containsExactly("employer", "name");
    assertThat(get(reviewer, QUEUE + "?state=RETURNED&limit=100").body()).contains(joined);
  }

  @Test
  void letsAFieldHaveNoReasonOfItsOwnBesideTheOneForAll() {
    String id = submitted("en");

    decide(
        id,
        "return",
        Map.of(
            "reason",
            "Please look again",
            "fields",
            List.of("name", "employer"),
            "fieldReasons",
            List.of(why("employer", "Not its full name"))));

    JsonNode step = lastStep(worker.token(), id);
    assertThat(step.path("reason").asString()).isEqualTo("Please look again");
    assertThat(step.path("fields").size()).isEqualTo(2);
    assertThat(step.path("fieldReasons").size()).isEqualTo(1);
    assertThat(onTimeline("application.returned"))
        .isEqualTo("Please look again; Employer: Not its full name");
  }

  @Test
  void goesOnTakingOneReasonForAll() {
    String id = submitted();

    decide(id, "return", Map.of("reason", "名称不一致", "fields", List.of("employer")));

    JsonNode step = lastStep(worker.token(), id);
    assertThat(step.path("reason").asString()).isEqualTo("名称不一致");
    assertThat(step.path("fieldReasons").isArray()).isTrue();
    assertThat(step.path("fieldReasons").isEmpty()).isTrue();
  }

  @Test
  void takesAReasonOfFiveHundredCharactersForEveryField() {
    String id = submitted();
    String longest = "长".repeat(500);

    Answer returned =
        decide(
            id,
            "return",
            Map.of(
                "fieldReasons",
                ReturnableField.keys().stream().map(field -> why(field, longest)).toList()));

    assertThat(returned.status()).as(returned.body()).isEqualTo(200);
    assertThat(lastStep(worker.token(), id).path("fieldReasons").size()).isEqualTo(7);
    assertThat(sent(id, EventType.APPLICATION_RETURNED, ApplicationReturned.class).reason())
        .hasSizeBetween(3_500, 5_000);
  }

  static Stream<Arguments> wrongReturns() {
    List<Object> withANull = new ArrayList<>(Collections.singletonList(null));
    return Stream.of(
        Arguments.of(
            Map.of("fieldReasons", List.of(why("phone", "x"))),
            List.of("fieldReasons[0].field:NOT_ALLOWED")),
        Arguments.of(
            Map.of("fieldReasons", List.of(why("name", "x"), why(null, "  "))),
            List.of("fieldReasons[1].field:REQUIRED", "fieldReasons[1].reason:REQUIRED")),
        Arguments.of(
            Map.of("fieldReasons", List.of(why("name", "长".repeat(501)))),
            List.of("fieldReasons[0].reason:TOO_LONG")),
        Arguments.of(
            Map.of("fieldReasons", List.of(why("name", "a\nb"))),
            List.of("fieldReasons[0].reason:PATTERN")),
        Arguments.of(
            Map.of("fieldReasons", List.of(why("name", "x"), why("name", "y"))),
            List.of("fieldReasons[1].field:DUPLICATE")),
        Arguments.of(
            Map.of("fieldReasons", Collections.nCopies(8, why("name", "x"))),
            List.of("fieldReasons:TOO_MANY")),
        Arguments.of(
            Map.of("fieldReasons", withANull),
            List.of("fieldReasons[0].field:REQUIRED", "fieldReasons[0].reason:REQUIRED")),
        Arguments.of(
            Map.of("fields", List.of("name"), "fieldReasons", List.of(why("employer", "x"))),
            List.of("fieldReasons[0].field:NOT_ALLOWED")),
        Arguments.of(
            Map.of("fields", List.of(), "fieldReasons", List.of(why("employer", "x"))),
            List.of("fields:REQUIRED", "fieldReasons[0].field:NOT_ALLOWED")),
        Arguments.of(
            Map.of("reason", "长".repeat(501), "fieldReasons", List.of(why("name", "x"))),
            List.of("reason:TOO_LONG")),
        Arguments.of(
            Map.of("fieldReasons", List.of()), List.of("reason:REQUIRED", "fields:REQUIRED")));
  }

  @ParameterizedTest
  @MethodSource("wrongReturns")
  void namesWhatIsWrongWithAReturn(Map<String, ?> body, List<String> errors) {
    String id = submitted();

    Answer answer = decide(id, "return", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactlyInAnyOrderElementsOf(errors);
    assertThat(lastStep(worker.token(), id).path("action").asString()).isEqualTo("SENT_TO_REVIEW");
  }

  @Test
  void refusesWithACodeAndSaysInPlainWordsWhatItMeans() {
    String id = submitted();

    Answer rejected = decide(id, "reject", Map.of("code", "OUTSIDE_CITY"));

    assertThat(rejected.text("/state")).isEqualTo("REJECTED");
    for (String token : List.of(worker.token(), reviewer)) {
      JsonNode step = lastStep(token, id);
      assertThat(step.path("code").asString()).isEqualTo("OUTSIDE_CITY");
      assertThat(step.path("reason").isNull()).isTrue();
    }
    assertThat(onTimeline("application.rejected")).isEqualTo("不在本市居住或工作");
    assertThat(sent(id, EventType.APPLICATION_REJECTED, ApplicationRejected.class).reason())
        .isEqualTo("不在本市居住或工作");
  }

  @Test
  void saysItInTheMembersLanguageWithWhatTheReviewerAdds() {
    String id = submitted("en");

    decide(id, "reject", Map.of("code", "FALSE_DETAILS", "reason", "No such company"));

    assertThat(lastStep(worker.token(), id).path("reason").asString()).isEqualTo("No such company");
    assertThat(onTimeline("application.rejected"))
        .isEqualTo("What was sent is not as it is; No such company");
  }

  @Test
  void goesOnTakingARefusalInWordsAlone() {
    String id = submitted();

    decide(id, "reject", Map.of("reason", "不在本市从业"));

    assertThat(lastStep(worker.token(), id).path("code").isNull()).isTrue();
    assertThat(onTimeline("application.rejected")).isEqualTo("不在本市从业");
  }

  static Stream<Arguments> wrongRefusals() {
    return Stream.of(
        Arguments.of(Map.of("code", "NO_IDEA"), "code:NOT_ALLOWED"),
        Arguments.of(Map.of("code", "outside_city"), "code:NOT_ALLOWED"),
        Arguments.of(Map.of("code", ""), "code:NOT_ALLOWED"),
        Arguments.of(Map.of("code", 7), "code:WRONG_TYPE"),
        Arguments.of(Map.of("code", "OTHER"), "reason:REQUIRED"),
        Arguments.of(Map.of("code", "OTHER", "reason", " "), "reason:REQUIRED"),
        Arguments.of(Map.of("code", "OUTSIDE_CITY", "reason", "长".repeat(501)), "reason:TOO_LONG"));
  }

  @ParameterizedTest
  @MethodSource("wrongRefusals")
  void namesWhatIsWrongWithARefusal(Map<String, ?> body, String error) {
    String id = submitted();

    Answer answer = decide(id, "reject", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
    assertThat(lastStep(worker.token(), id).path("action").asString()).isEqualTo("SENT_TO_REVIEW");
  }

  @Test
  void saysItInTheOpenApi() {
    JsonNode schemas = get("", "/v3/api-docs").json().at("/components/schemas");

    assertThat(schemas.at("/ReturnRequest/properties").propertyNames())
        .containsExactlyInAnyOrder("reason", "fields", "fieldReasons");
    assertThat(schemas.at("/RejectRequest/properties").propertyNames()).contains("code", "reason");
    assertThat(schemas.at("/StepView/properties").propertyNames())
        .contains("fieldReasons", "code", "reason", "fields");
    assertThat(schemas.at("/StepView/properties/code/enum").valueStream().map(JsonNode::asString))
        .contains("NOT_ELIGIBLE", "OTHER");
  }
}
