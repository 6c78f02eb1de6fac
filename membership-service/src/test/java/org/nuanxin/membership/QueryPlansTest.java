package org.nuanxin.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;

/** Lets the server's profiler say whether any query of ours walks a whole collection. */
class QueryPlansTest extends RunningService {

  @Autowired private MongoDatabase database;

  @Test
  void findsEverythingByAnIndex() {
    database.runCommand(new Document("profile", 2));
    try {
      callEveryPath();
    } finally {
      database.runCommand(new Document("profile", 0));
    }

    List<String> scans = new ArrayList<>();
    database
        .getCollection("system.profile")
        .find(new Document("planSummary", "COLLSCAN"))
        .forEach(each ->
            scans.add(
                each.getString("ns")
                    + " "
                    + each.get("command")
                    + " "
                    + each.get("originatingCommand")));
    // A live timeline of another test may still be watched: its stream walks along the oplog.
    assertThat(scans)
        .filteredOn(scan -> !scan.contains("system.profile") && !scan.contains("oplog"))
        .filteredOn(scan -> !scan.contains("$changeStream"))
        .isEmpty();
  }

  private void callEveryPath() {
    Worker worker = Worker.somebody();
    String admin = TestTokens.staff(Role.FEDERATION_ADMIN);
    String reviewer = TestTokens.staff(Role.REVIEWER, "460200");
    String id = apply(worker.token(), UUID.randomUUID().toString(), worker.forReview()).text("/id");
    apply(worker);
    apply(Worker.somebody());
    String application = "/api/v1/applications/" + id;
    for (String token : List.of(admin, reviewer)) {
      assertThat(get(token, "/api/v1/review/applications").status()).isEqualTo(200);
      assertThat(get(token, "/api/v1/review/applications?union=460200&due=2030-01-01").status())
          .isEqualTo(200);
      assertThat(get(token, application).status()).isEqualTo(200);
    }
    post(reviewer, "/api/v1/review/applications/" + id + "/approve", Map.of());
    for (String path : List.of("", "/applications", "/timeline", "/access-log")) {
      assertThat(get(worker.token(), "/api/v1/me" + path).status()).isEqualTo(200);
    }
    callWhatTheConsoleCalls(worker, admin);
    callWhatTheConsoleCalls(worker, reviewer);
    assertThat(post(worker.token(), "/api/v1/me/leave").status()).isEqualTo(202);
    assertThat(get(TestTokens.staff(Role.OPS), "/api/v1/ops/status").status()).isEqualTo(200);
  }

  private void callWhatTheConsoleCalls(Worker worker, String staff) {
    String search = "/api/v1/members/search";
    Answer found = post(staff, search, Map.of("phone", worker.phone()));
    String number = found.text("/items/0/membershipNumber");
    List<Map<String, Object>> queries =
        List.of(
            Map.of("idNumber", worker.idNumber()),
            Map.of("membershipNumber", number),
            Map.of("limit", 1),
            Map.of("state", "ACTIVE", "unionId", "460200", "occupation", "COURIER"));
    for (Map<String, Object> query : queries) {
      assertThat(post(staff, search, query).status()).isEqualTo(200);
    }
    String cursor = post(staff, search, Map.of("limit", 1)).text("/next");
    assertThat(post(staff, search, Map.of("cursor", cursor)).status()).isEqualTo(200);
    String member = "/api/v1/members/" + found.text("/items/0/memberId");
    assertThat(get(staff, member + "/timeline").status()).isEqualTo(200);
    assertThat(post(staff, member + "/disclosure", Map.of("purpose", "核对理赔材料")).status())
        .isEqualTo(200);
    assertThat(get(staff, "/api/v1/figures").status()).isEqualTo(200);
  }
}
