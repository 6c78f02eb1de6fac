package org.nuanxin.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.benefits.testing.RunningService;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.benefits.testing.TestTopic;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.localstack.testing.TestBackends;
import tools.jackson.databind.JsonNode;

/** What operators see of dead letters and ask about them: the kit's calls in a real service. */
class DeadLetterCallsTest {

  private static final String LETTERS = "/api/v1/ops/dead-letters";
  private static final String OPS = TestTokens.staff(Role.OPS);
  private static final String DATABASE = RunningService.freshDatabase();
  private static final TestSandbox SANDBOX = TestSandbox.start();
  private static final TestTopic TOPIC = new TestTopic();
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(DATABASE, "benefits-service-8", SANDBOX, Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
    TOPIC.close();
    SANDBOX.close();
  }

  /** A joining that leaves out what a grant cannot do without, and holds what it should not. */
  private static StoredEvent incomplete(TestMember member) {
    StoredEvent joined = member.joins();
    return new StoredEvent(
        joined.id(),
        joined.type(),
        joined.key(),
        joined.sequence(),
        joined.time(),
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        """
        {"federation":"460200","memberId":"%s","joiningOrdinal":1,"phoneIndex":"h1.secret",\
        "name":"张三","note":{"phone":"13800138000"},"unionName":"三亚市快递行业工会联合会",\
        "language":"13800138000"}\
        """
            .formatted(member.id()));
  }

  /** The health check cannot do without the day of joining, other programmes can. */
  private static JsonNode letterOf(TestMember member) {
    String path = LETTERS + "?limit=100&memberId=" + member.id();
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                service.get(path, OPS).body().get("items").values().stream()
                    .filter(letter -> letter.get("group").asString().endsWith("health-check"))
                    .findAny(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void showOneWithWhereItWasReadAndWhatMayBeSeenOfIt() {
    TestMember member = TestMember.someone();
    StoredEvent event = incomplete(member);
    TOPIC.send(event);
    JsonNode listed = letterOf(member);
    assertThat(listed.has("payload")).isFalse();
    assertThat(listed.has("topic")).isFalse();

    JsonNode letter = service.get(LETTERS + "/" + listed.get("id").asString(), OPS).body();

    assertThat(letter.get("id")).isEqualTo(listed.get("id"));
    assertThat(letter.get("cause")).isEqualTo(listed.get("cause"));
    assertThat(letter.get("topic").asString()).isEqualTo("nuanxin.membership.v1");
    assertThat(letter.get("id").asString())
        .endsWith("." + letter.get("partition").asInt() + "." + letter.get("offset").asLong());
    assertThat(letter.get("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(letter.get("sequence").asLong()).isEqualTo(2);
    assertThat(letter.get("time").asString()).isEqualTo(event.time().toString());
    JsonNode payload = letter.get("payload");
    assertThat(payload.get("memberId").asString()).isEqualTo(member.id());
    assertThat(payload.get("joiningOrdinal").asInt()).isEqualTo(1);
    assertThat(payload.get("unionName").asString()).isEqualTo("三亚市快递行业工会联合会");
    for (String hidden : List.of("phoneIndex", "name", "note", "language")) {
      assertThat(payload.get(hidden).asString()).isEqualTo("•••");
    }
    assertThat(letter.toString()).doesNotContain("secret", "张三", "13800138000");
  }

  @Test
  void showNoPayloadWhereItCannotBeRead() {
    TestMember member = TestMember.someone();
    TOPIC.sendPoison(member);
    String id = letterOf(member).get("id").asString();

    JsonNode letter = service.get(LETTERS + "/" + id, OPS).body();

    assertThat(letter.get("payload").isNull()).isTrue();
    assertThat(letter.get("traceId").isNull()).isTrue();
  }

  @Test
  void areTriedDryWithoutAnythingChanging() {
    TestMember readable = TestMember.someone();
    TestMember unreadable = TestMember.someone();
    TOPIC.send(incomplete(readable));
    TOPIC.sendPoison(unreadable);
    List<JsonNode> letters = List.of(letterOf(readable), letterOf(unreadable));
    try (MongoClient client = MongoClients.create(TestBackends.mongoUri())) {
      MongoCollection<RawBsonDocument> stored =
          client.getDatabase(DATABASE).getCollection("deadLetters", RawBsonDocument.class);
      for (JsonNode letter : letters) {
        String id = letter.get("id").asString();
        RawBsonDocument before = stored.find(Filters.eq("_id", id)).first();

        var answer = service.post(LETTERS + "/" + id + "/dry-run", OPS, "", "");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        boolean runs = letter.get("memberId").asString().equals(readable.id());
        assertThat(answer.body().get("id").asString()).isEqualTo(id);
        assertThat(answer.body().get("runs").asBoolean()).isEqualTo(runs);
        assertThat(answer.body().get("why").asString()).isEqualTo(runs ? "READY" : "UNREADABLE");
        assertThat(answer.body().get("behind").isNull()).isTrue();
        assertThat(answer.body().get("following").asInt()).isZero();
        assertThat(stored.find(Filters.eq("_id", id)).first()).isEqualTo(before);
      }
    }
    assertThat(TestTopic.typesOf(readable, event -> event.id().contains("HEALTH_CHECK"))).isEmpty();
    assertThat(TestTopic.saidOf(unreadable)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/dry-run", "/redrive"})
  void areUnknownWhereThereIsNone(String call) {
    String path = LETTERS + "/benefits-service~nothing" + call;

    var answer = call.isEmpty() ? service.get(path, OPS) : service.post(path, OPS, "", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("code").asString()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dry-run", "/redrive"})
  void areNotForWhoCannotProveWhoTheyAre(String call) {
    String path = LETTERS + "/benefits-service~x" + call;
    String phone = TestMember.someone().phone();

    for (String token :
        List.of("", "nonsense", TestTokens.forged(phone), TestTokens.expired(phone))) {
      assertThat(service.post(path, token, "", "").status()).isEqualTo(401);
    }
    assertThat(service.post(path, TestMember.someone().token(), "", "").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(names = "OPS", mode = EnumSource.Mode.EXCLUDE)
  void areForOperatorsOnly(Role role) {
    String token = TestTokens.staff(role, TestTokens.FEDERATION);

    for (String call : List.of("/dry-run", "/redrive")) {
      assertThat(service.post(LETTERS + "/benefits-service~x" + call, token, "", "").status())
          .isEqualTo(403);
    }
    assertThat(service.get(LETTERS + "/benefits-service~x", token).status()).isEqualTo(403);
  }
}
