package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a reviewer does with an application that the rules do not decide. */
class ReviewTest {

  @Test
  void returnsAFieldWhichIsCorrectedAndThenApproves() {
    Client reviewer = Client.staff("reviewer");
    Phone phone = Phone.ofSomebodyNew();
    Answer application = phone.client.post("/api/v1/applications", doubtful(phone));
    assertThat(application.field("state")).as(application.text()).isEqualTo("IN_REVIEW");
    String id = application.field("id");

    assertThat(queue(reviewer)).contains(id);
    Answer returned =
        reviewer.post(
            "/api/v1/review/applications/" + id + "/return",
            Map.of("reason", "请填写单位全称", "fields", List.of("employer")));
    assertThat(returned.status()).as(returned.text()).isBetween(200, 204);
    Answer seen = phone.client.get("/api/v1/applications/" + id);
    assertThat(seen.field("state")).isEqualTo("RETURNED");

    Answer corrected =
        phone.client.put(
            "/api/v1/applications/" + id,
            phone.applicationWith("employer", null),
            "If-Match",
            seen.header("ETag"));
    assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
    Answer approved =
        reviewer.post("/api/v1/review/applications/" + id + "/approve", Map.of("reason", "核实无误"));
    assertThat(approved.status()).as(approved.text()).isBetween(200, 204);

    phone.awaitThreeGrants();
    await().atMost(Phone.SOON).until(() -> phone.messages().size() >= 6);
    assertThat(phone.messages())
        .extracting(message -> message.path("kind").asString())
        .contains("APPLICATION_RECEIVED", "APPLICATION_RETURNED", "MEMBER_JOINED");
  }

  @Test
  void rejectsWithAReasonThatTheWorkerReads() {
    Client reviewer = Client.staff("reviewer");
    Phone phone = Phone.ofSomebodyNew();
    String id = phone.client.post("/api/v1/applications", doubtful(phone)).field("id");

    Answer rejected =
        reviewer.post("/api/v1/review/applications/" + id + "/reject", Map.of("reason", "不在本市从业"));

    assertThat(rejected.status()).as(rejected.text()).isBetween(200, 204);
    await()
        .atMost(Phone.SOON)
        .until(() ->
            phone.messages().stream()
                .anyMatch(message -> message.path("body").asString().contains("不在本市从业")));
    assertThat(phone.grants()).isEmpty();
  }

  @Test
  void tellsTheSecondReviewerWhoDecided() {
    Phone phone = Phone.ofSomebodyNew();
    String id = phone.client.post("/api/v1/applications", doubtful(phone)).field("id");
    String approve = "/api/v1/review/applications/" + id + "/approve";
    assertThat(Client.staff("reviewer").post(approve, Map.of()).status()).isBetween(200, 204);

    Answer second = Client.staff("union-admin").post(approve, Map.of());

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text()).contains("reviewer");
  }

  /** An employer whose name holds a key enterprise's without being it: a person must look. */
  private static Map<String, Object> doubtful(Phone phone) {
    String union =
        Client.anonymous()
            .get("/api/v1/unions?route=KEY_ENTERPRISE")
            .items()
            .getFirst()
            .path("name")
            .asString();
    String key = union.replaceFirst("工会$", "");
    return phone.applicationWith("employer", Map.of("name", key + "第三分部"));
  }

  private static List<String> queue(Client reviewer) {
    return reviewer.get("/api/v1/review/applications?state=IN_REVIEW&limit=100").items().stream()
        .map(item -> ((JsonNode) item).path("id").asString())
        .toList();
  }
}
