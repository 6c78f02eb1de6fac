package org.nuanxin.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.DescribedCalls;
import tools.jackson.databind.JsonNode;

/** Holds what the OpenAPI says against what the service does. */
class DescriptionTest extends RunningService {

  private static final String ADMIN = TestTokens.staff(Role.FEDERATION_ADMIN);
  private static final String KEY = "Idempotency-Key";
  private static final String ONE = STATIONS + "/{id}";
  private static final String VISITS = ONE + "/visits";
  private static final String STATION =
      """
      {"name":"说明驿站","kind":"UNION","crs":"WGS84","facilities":[],"hours":[],
       "point":{"type":"Point","coordinates":[109.55,18.23]},"address":"示例路2号"}
      """;

  /** One good call of an operation. */
  private record Call(
      String method,
      String template,
      String path,
      String token,
      Map<String, String> headers,
      String body) {

    String operation() {
      return method + " " + template;
    }

    Call without(String header) {
      Map<String, String> fewer = new HashMap<>(headers);
      fewer.remove(header);
      return new Call(method, template, path, token, fewer, body);
    }
  }

  private int status(Call call) {
    HttpRequest.Builder request = request(call.token(), call.path());
    call.headers().forEach(request::header);
    return send(request.method(call.method(), BodyPublishers.ofString(call.body())).build())
        .status();
  }

  private List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    String mine = create(ADMIN, UUID.randomUUID().toString(), STATION).header("Location");
    calls.add(new Call("GET", STATIONS, STATIONS, "", Map.of(), ""));
    calls.add(new Call("GET", ONE, mine, "", Map.of(), ""));
    calls.add(
        new Call(
            "POST", STATIONS, STATIONS, ADMIN, Map.of(KEY, UUID.randomUUID().toString()), STATION));
    calls.add(
        new Call("PUT", ONE, mine, ADMIN, Map.of("If-Match", get(mine).header("ETag")), STATION));
    // The first of the day, and another.
    Call visit =
        new Call(
            "POST",
            VISITS,
            STATIONS + "/st-001/visits",
            TestTokens.worker(newPhone()),
            Map.of(),
            "{\"code\":\"NEAXG7\"}");
    calls.add(visit);
    calls.add(visit);
    return calls;
  }

  @Test
  void namesTheStatusOfEverySuccess() {
    Map<String, Set<String>> seen = new TreeMap<>();
    for (Call call : calls()) {
      seen.computeIfAbsent(call.operation(), each -> new TreeSet<>())
          .add(Integer.toString(status(call)));
    }

    Map<String, Set<String>> described = new TreeMap<>();
    operations()
        .forEach((name, operation) -> {
          JsonNode answers = operation.get("responses");
          List<String> successes =
              answers.propertyNames().stream().filter(status -> status.startsWith("2")).toList();
          described.put(name, new TreeSet<>(successes));
          assertThat(successes)
              .as(name)
              .allMatch(status -> answers.get(status).get("content").toString().contains("$ref"));
        });
    assertThat(described).isEqualTo(seen);
  }

  @Test
  void namesTheHeadersThatItDemands() {
    Map<String, Set<String>> demanded = new TreeMap<>();
    for (Call call : calls()) {
      Set<String> headers = demanded.computeIfAbsent(call.operation(), each -> new TreeSet<>());
      call.headers().keySet().stream()
          .filter(header -> Set.of(400, 428).contains(status(call.without(header))))
          .forEach(headers::add);
    }

    assertThat(DescribedCalls.demandedHeaders(operations())).isEqualTo(demanded);
    assertThat(demanded)
        .containsEntry("POST " + STATIONS, Set.of(KEY))
        .containsEntry("PUT " + ONE, Set.of("If-Match"));
  }

  private Map<String, JsonNode> operations() {
    return DescribedCalls.of(get("/v3/api-docs").json());
  }
}
