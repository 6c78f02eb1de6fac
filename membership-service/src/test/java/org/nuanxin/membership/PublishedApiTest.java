package org.nuanxin.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who builds a client by the service's OpenAPI finds what is really answered. */
class PublishedApiTest extends RunningService {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/routing, post, RoutingView",
    "/api/v1/me, get, MeView",
    "/api/v1/me/record, get, RecordView",
    "/api/v1/communities, get, PageCommunityView",
    "/api/v1/unions, get, PageUnionView"
  })
  void namesTheAnswer(String path, String method, String schema) {
    JsonNode content =
        api().path("paths").path(path).path(method).path("responses").path("200").path("content");

    assertThat(content.at("/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/" + schema);
  }

  @Test
  void tellsTheFieldsOfEach() {
    assertThat(fields("RoutingView")).containsExactly("union");
    assertThat(fields("RoutingRequest"))
        .containsExactlyInAnyOrder("occupation", "employer", "communityCode");
    assertThat(fields("AssignedUnion")).containsExactlyInAnyOrder("id", "name", "route", "reason");
    assertThat(fields("OwnUnion")).containsExactlyInAnyOrder("id", "name");
    assertThat(fields("UnionView"))
        .containsExactlyInAnyOrder("id", "name", "kind", "route", "parent", "employer");
    assertThat(fields("CommunityView"))
        .containsExactlyInAnyOrder("code", "name", "district", "districtName");
    assertThat(fields("RecordView"))
        .contains("idNumber", "birthDate", "community", "consentedAt", "membershipNumber");
  }

  private List<String> fields(String schema) {
    JsonNode properties = api().path("components").path("schemas").path(schema).path("properties");
    return List.copyOf(properties.propertyNames());
  }

  private JsonNode api() {
    return get("", "/v3/api-docs").json();
  }
}
