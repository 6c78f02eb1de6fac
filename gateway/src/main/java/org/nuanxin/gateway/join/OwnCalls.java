package org.nuanxin.gateway.join;

import java.util.Collection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document of what the gateway answers operators itself. Its answers are described by
 * the records they are written from; what it only passes on, as the services describe it.
 */
final class OwnCalls {

  private static final String LETTERS = "/api/v1/ops/dead-letters";
  private static final String LETTER = "Letter";

  private final JsonMapper mapper;
  private final Collection<JsonNode> services;

  /** Beside these documents of the services that answered. */
  OwnCalls(JsonMapper mapper, Collection<JsonNode> services) {
    this.mapper = mapper;
    this.services = services;
  }

  JsonNode document() {
    ObjectNode document = mapper.createObjectNode();
    ObjectNode paths = document.putObject("paths");
    RecordSchemas schemas =
        new RecordSchemas(document.putObject("components").putObject("schemas"), letter());
    describe(
        paths,
        "/api/v1/ops/status",
        "status",
        "Every service's row, the gateway's own first.",
        schemas.of(StatusJoin.Table.class));
    describe(
        paths,
        "/api/v1/ops/flow",
        "flow",
        "What flows at the moment; counters are totals.",
        schemas.of(Flow.class));
    describe(
        paths,
        LETTERS,
        "deadLetters",
        "The dead letters of all services, service by service.",
        schemas.of(DeadLetterJoin.Page.class));
    for (JsonNode service : services) {
      JsonNode taken = service.path("paths").path(LETTERS).path("get").path("parameters");
      if (taken.isArray()) {
        paths.withObjectProperty(LETTERS).withObjectProperty("get").set("parameters", taken);
      }
    }
    return document;
  }

  private static void describe(
      ObjectNode paths, String path, String id, String summary, ObjectNode answer) {
    ObjectNode operation = paths.putObject(path).putObject("get");
    operation.put("operationId", id).put("summary", summary);
    operation
        .putObject("responses")
        .putObject("200")
        .put("description", "OK")
        .putObject("content")
        .putObject("application/json")
        .set("schema", answer);
  }

  /** A letter as the services describe it; some object, while none of them answers. */
  private ObjectNode letter() {
    boolean described =
        services.stream()
            .anyMatch(service -> service.path("components").path("schemas").has(LETTER));
    return described
        ? mapper.createObjectNode().put("$ref", "#/components/schemas/" + LETTER)
        : mapper.createObjectNode().put("type", "object");
  }
}
