package org.nuanxin.acceptance;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
record Answer(int status, HttpHeaders headers, String text) {

  private static final JsonMapper JSON = new JsonMapper();

  JsonNode json() {
    return JSON.readTree(text);
  }

  List<JsonNode> items() {
    return StreamSupport.stream(json().path("items").spliterator(), false).toList();
  }

  String field(String name) {
    return json().path(name).asString();
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Fields that a validation problem names. */
  List<String> faultyFields() {
    return StreamSupport.stream(json().path("errors").spliterator(), false)
        .map(error -> error.path("field").asString())
        .distinct()
        .sorted()
        .toList();
  }
}
