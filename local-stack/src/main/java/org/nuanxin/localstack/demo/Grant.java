package org.nuanxin.localstack.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A benefit as the worker sees it.
 *
 * @param issuedAt null while it is not issued
 * @param reference policy number, entitlement number or film-ticket code; null while it has none
 */
public record Grant(
    String id,
    String programme,
    String state,
    @Nullable Instant issuedAt,
    @Nullable String reference) {

  static Grant of(JsonNode item) {
    String issuedAt = item.path("issuedAt").asString(null);
    return new Grant(
        item.path("id").asString(""),
        item.path("programme").asString(""),
        item.path("state").asString(""),
        issuedAt == null ? null : OffsetDateTime.parse(issuedAt).toInstant(),
        item.path("reference").asString(null));
  }

  boolean issued() {
    return state.equals("ISSUED");
  }
}
