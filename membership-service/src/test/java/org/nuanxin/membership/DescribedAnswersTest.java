package org.nuanxin.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import tools.jackson.databind.JsonNode;

/**
 * Makes every call of the service once and holds what is answered against its OpenAPI, both ways: a
 * call that is not made here is missed.
 */
class DescribedAnswersTest extends RunningService {

  private static final String APPLICATIONS = "/api/v1/applications";
  private static final String REVIEW = "/api/v1/review/applications";
  private static final Map<String, String> PURPOSE = Map.of("purpose", "核对理赔材料");

  private final Map<String, Integer> seen = new TreeMap<>();
  private final String admin = TestTokens.staff(Role.FEDERATION_ADMIN);

  @Test
  void answersWithTheStatusesThatItDescribes() {
    readsWhatIsPublic();
    Worker worker = Worker.somebody();
    appliesAndCorrects(worker);
    String member = joins(worker);
    looksAfter(member);
    callsAsWorker(worker);

    assertThat(seen).containsExactlyInAnyOrderEntriesOf(described());
  }

  @Test
  void describesTheHeadersThatItDemands() {
    assertThat(header(APPLICATIONS, "post", "Idempotency-Key").path("required").asBoolean())
        .isTrue();
    assertThat(header(APPLICATIONS + "/{id}", "put", "If-Match").path("required").asBoolean())
        .isTrue();
    assertThat(header("/api/v1/routing", "post", "Accept-Language").path("required").asBoolean())
        .isFalse();
    Worker worker = Worker.somebody();

    assertThat(post(worker.token(), APPLICATIONS, worker.application()).errors())
        .containsExactly("Idempotency-Key:REQUIRED");
    String id = apply(worker).text("/id");
    assertThat(put(worker.token(), APPLICATIONS + "/" + id, worker.application()).status())
        .isEqualTo(428);
  }

  private void readsWhatIsPublic() {
    saw("get /api/v1/consents/current", get("", "/api/v1/consents/current"));
    saw("get /api/v1/communities", get("", "/api/v1/communities?limit=5"));
    saw("get /api/v1/unions", get("", "/api/v1/unions?limit=5"));
  }

  private void appliesAndCorrects(Worker worker) {
    Answer applied = apply(worker.token(), UUID.randomUUID().toString(), worker.forReview());
    saw("post /api/v1/applications", applied);
    String id = applied.text("/id");
    saw("get /api/v1/review/applications", get(admin, REVIEW));
    saw(
        "post /api/v1/review/applications/{id}/return",
        post(
            admin,
            REVIEW + "/" + id + "/return",
            Map.of("reason", "请核对", "fields", List.of("name"))));
    Answer read = get(worker.token(), APPLICATIONS + "/" + id);
    saw("get /api/v1/applications/{id}", read);
    saw(
        "put /api/v1/applications/{id}",
        put(
            worker.token(),
            APPLICATIONS + "/" + id,
            worker.forReview(),
            "If-Match",
            read.header("ETag")));
    saw(
        "post /api/v1/review/applications/{id}/reject",
        post(admin, REVIEW + "/" + id + "/reject", Map.of("code", "OUTSIDE_CITY")));
  }

  private String joins(Worker worker) {
    String withdrawn = apply(worker).text("/id");
    saw(
        "post /api/v1/applications/{id}/withdraw",
        post(worker.token(), APPLICATIONS + "/" + withdrawn + "/withdraw"));
    String id = apply(worker.token(), UUID.randomUUID().toString(), worker.forReview()).text("/id");
    Answer approved = post(admin, REVIEW + "/" + id + "/approve", Map.of());
    saw("post /api/v1/review/applications/{id}/approve", approved);
    return approved.text("/memberId");
  }

  private void looksAfter(String member) {
    String path = "/api/v1/members/" + member;
    saw("post /api/v1/members/search", post(admin, "/api/v1/members/search", Map.of("limit", 1)));
    saw("get /api/v1/members/{id}", get(admin, path));
    saw("get /api/v1/members/{id}/timeline", get(admin, path + "/timeline"));
    saw("post /api/v1/members/{id}/disclosure", post(admin, path + "/disclosure", PURPOSE));
    Worker relinked = Worker.somebody();
    String id = apply(relinked).text("/memberId");
    saw(
        "put /api/v1/members/{id}/phone",
        put(
            admin,
            "/api/v1/members/" + id + "/phone",
            Map.of("phone", Worker.somebody().phone(), "purpose", "工会登记换号")));
    saw(
        "post /api/v1/members/{id}/phone/unlink",
        post(admin, "/api/v1/members/" + id + "/phone/unlink", PURPOSE));
    saw("get /api/v1/figures", get(admin, "/api/v1/figures"));
    saw(
        "post /internal/v1/contacts",
        post(
            TestTokens.with("messages", Map.of("roles", List.of("SERVICE"))),
            "/internal/v1/contacts",
            Map.of("memberIds", List.of(member))));
  }

  private void callsAsWorker(Worker worker) {
    Map<String, Object> routed = Map.of("occupation", "COURIER", "communityCode", "460202198001");
    saw("post /api/v1/routing", post(worker.token(), "/api/v1/routing", routed));
    for (String path : List.of("", "/applications", "/access-log", "/record", "/timeline")) {
      saw("get /api/v1/me" + path, get(worker.token(), "/api/v1/me" + path));
    }
    saw("post /api/v1/me/leave", post(worker.token(), "/api/v1/me/leave"));
    Worker newPhone = Worker.somebody();
    saw(
        "put /api/v1/me/phone",
        put(
            worker.token(),
            "/api/v1/me/phone",
            Map.of("phone", newPhone.phone(), "newPhoneToken", newPhone.token())));
  }

  private void saw(String call, Answer answer) {
    assertThat(answer.status()).as(call + ": " + answer.body()).isBetween(200, 299);
    seen.put(call, answer.status());
  }

  /** The success of each call that is this service's own; the stream has tests that read it. */
  private Map<String, Integer> described() {
    Map<String, Integer> statuses = new TreeMap<>();
    api()
        .path("paths")
        .forEachEntry((path, calls) -> {
          if (isOwn(path)) {
            calls.forEachEntry((method, call) ->
                statuses.put(method + " " + path, success(method + " " + path, call)));
          }
        });
    return statuses;
  }

  private static boolean isOwn(String path) {
    return (path.startsWith("/api/v1/") || path.startsWith("/internal/"))
        && !path.startsWith("/api/v1/ops/")
        && !path.endsWith("/stream");
  }

  private static int success(String call, JsonNode described) {
    List<String> statuses =
        described.path("responses").propertyNames().stream()
            .filter(status -> status.startsWith("2"))
            .toList();
    assertThat(statuses).as(call).hasSize(1);
    return Integer.parseInt(statuses.getFirst());
  }

  private JsonNode header(String path, String method, String name) {
    return api()
        .path("paths")
        .path(path)
        .path(method)
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asString().equals("header"))
        .filter(parameter -> parameter.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode api() {
    return get("", "/v3/api-docs").json();
  }
}
