package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is seen of the gateway from behind. */
@ExtendWith(OutputCaptureExtension.class)
class ManagementTest {

  @Test
  void tellsHealthAndFiguresOnItsOwnPortOnly() {
    try (RunningGateway gateway = new RunningGateway("nuanxin.warm-up=true")) {
      assertThat(gateway.backend("membership-service").received()).isNotEmpty();
      gateway.backends.values().forEach(Backend::close);

      // No service answers, and yet the gateway is ready.
      assertThat(gateway.get("/api/v1/stations").statusCode()).isEqualTo(503);
      assertThat(gateway.manage("/actuator/health/readiness").statusCode()).isEqualTo(200);
      assertThat(gateway.manage("/actuator/health/liveness").body()).contains("UP");

      assertThat(gateway.getAs(gateway.issuer.worker("w"), "/api/v1/me").statusCode())
          .isEqualTo(503);
      // A call is counted when it has ended, which its caller may see first.
      String figures =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(
                  () -> gateway.manage("/actuator/prometheus").body(),
                  told -> told.contains("uri=\"/api/v1/stations/**\""));
      assertThat(figures)
          .contains("http_server_requests_seconds_count{")
          .contains("uri=\"/api/v1/stations/**\"")
          .contains("gateway_instances{")
          .contains("gateway_open{")
          .contains("service=\"gateway\"")
          .contains("jvm_memory_used_bytes");

      assertThat(gateway.manage("/actuator/env").statusCode()).isEqualTo(404);
      assertThat(gateway.manage("/actuator/gateway/routes").statusCode()).isEqualTo(404);
      assertThat(gateway.manage("/actuator/heapdump").statusCode()).isEqualTo(404);
      assertThat(gateway.manage("/api/v1/stations").statusCode()).isEqualTo(404);
      assertThat(gateway.get("/actuator/health").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void logsNeitherTokensNorQueriesNorBodies(CapturedOutput output) {
    try (RunningGateway gateway = new RunningGateway("nuanxin.gateway.response-timeout=300ms")) {
      String good = gateway.issuer.worker("w");
      String forged = gateway.issuer.forged();
      gateway
          .backend("membership-service")
          .on(
              "/api/v1/members/1",
              exchange -> {
                throw new IllegalStateException("on purpose");
              });
      gateway.backend("stations-service").close();
      for (String token : new String[] {good, forged}) {
        gateway.getAs(token, "/api/v1/me?phone=13800138000");
        gateway.getAs(token, "/api/v1/members/1?phone=13800138000");
        gateway.getAs(token, "/api/v1/stations?phone=13800138000");
        gateway.post(
            "/api/v1/applications",
            "{\"phone\":\"13800138000\"}",
            "Authorization",
            "Bearer " + token);
        RawHttp.get(gateway.port(), "/api/v1/me?phone=13800138000&x=^", "Authorization: " + token);
      }
      assertThat(output.getAll())
          .contains("takes no calls")
          .contains("\"trace\"")
          .doesNotContain(good)
          .doesNotContain(good.substring(good.lastIndexOf('.')))
          .doesNotContain(forged.substring(forged.lastIndexOf('.')))
          .doesNotContain("13800138000")
          .doesNotContain("Unexpected error");
    }
  }
}
