package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.DescribedCalls;
import tools.jackson.databind.JsonNode;

/** Holds what the OpenAPI says against what the service does. */
class DescriptionTest extends RunningService {

  private static final String OWN = "/api/v1/me/messages";

  @Test
  void namesTheStatusOfEverySuccessAndDemandsNoHeader() throws Exception {
    Worker worker = Worker.chinese();
    publish(worker.joined(2));
    JsonNode inbox =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> get(worker.token(), OWN).json(), page -> page.get("items").size() == 1);
    String id = inbox.get("items").get(0).get("id").asString();

    // None of these calls has a header but its token.
    Map<String, Set<String>> seen = new TreeMap<>();
    seen.put("GET " + OWN, status(get(worker.token(), OWN).status()));
    seen.put("GET " + OWN + "/stream", status(stream(worker)));
    seen.put(
        "POST " + OWN + "/{id}/read",
        status(post(worker.token(), OWN + "/" + id + "/read").status()));
    seen.put("POST " + OWN + "/read-all", status(post(worker.token(), OWN + "/read-all").status()));
    seen.put(
        "GET /api/v1/members/{id}/messages",
        status(
            get(
                    TestTokens.staff(Role.AUDITOR),
                    "/api/v1/members/" + worker.memberId() + "/messages")
                .status()));

    Map<String, Set<String>> described = new TreeMap<>();
    operations()
        .forEach((name, operation) -> {
          described.put(
              name,
              new TreeSet<>(
                  operation.get("responses").propertyNames().stream()
                      .filter(status -> status.startsWith("2"))
                      .toList()));
          assertThat(operation.path("parameters").valueStream())
              .as(name)
              .noneMatch(parameter ->
                  parameter.get("in").asString().equals("header")
                      && parameter.path("required").asBoolean());
        });
    assertThat(described).isEqualTo(seen);
  }

  private static Set<String> status(int status) {
    return new TreeSet<>(List.of(Integer.toString(status)));
  }

  private int stream(Worker worker) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> response =
          client.send(
              request(worker.token(), OWN + "/stream").GET().build(), BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    }
  }

  private Map<String, JsonNode> operations() {
    return DescribedCalls.of(get("", "/v3/api-docs").json());
  }
}
