package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Pages of other origins. */
class CrossOriginTest {

  @Test
  void areNotHelpedByDefault() {
    try (RunningGateway gateway = new RunningGateway()) {
      HttpResponse<String> response =
          gateway.get("/api/v1/stations", "Origin", "https://elsewhere.example");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
      assertThat(preflight(gateway, "https://elsewhere.example").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void ofThisMachineAreAllowedInTheLocalProfile() {
    try (RunningGateway gateway = new RunningGateway("spring.profiles.active=local")) {
      for (String origin : new String[] {"http://127.0.0.1:5173", "http://localhost:3000"}) {
        HttpResponse<String> preflight = preflight(gateway, origin);
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
            .contains("idempotency-key");

        HttpResponse<String> refused = gateway.get("/api/v1/me", "Origin", origin);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
            .contains("Retry-After");
      }
      for (String origin :
          new String[] {
            "https://elsewhere.example",
            "http://localhost.elsewhere.example:80",
            "http://127.0.0.1.elsewhere.example",
            "null"
          }) {
        HttpResponse<String> refused = preflight(gateway, origin);
        assertThat(refused.statusCode()).as(origin).isEqualTo(403);
        assertThat(refused.body()).contains("problems/forbidden");
      }
    }
  }

  private static HttpResponse<String> preflight(RunningGateway gateway, String origin) {
    return gateway.send(
        gateway
            .to("/api/v1/applications")
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,idempotency-key"));
  }
}
