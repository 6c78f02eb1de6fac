package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front ends' types are made from a copy of the joined API: it must be of today. */
class FrontEndTypesTest {

  private static final Path COPY = Path.of("..", "web", "packages", "api", "openapi.json");

  @Test
  void areMadeFromWhatTheGatewayDescribes() {
    JsonNode copy = JsonMapper.shared().readTree(COPY.toFile());
    JsonNode joined =
        await()
            .atMost(Phone.SOON)
            .until(
                () -> Client.anonymous().get("/openapi").json(),
                answer -> !answer.path("x-partial").asBoolean(true));

    assertThat(joined.path("paths"))
        .as("openapi.json is stale: run `npm run api -- --fetch` in web against a running stack")
        .isEqualTo(copy.path("paths"));
    assertThat(joined.path("components")).isEqualTo(copy.path("components"));
  }
}
