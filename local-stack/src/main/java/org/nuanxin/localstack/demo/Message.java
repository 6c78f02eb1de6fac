package org.nuanxin.localstack.demo;

import tools.jackson.databind.JsonNode;

/** A message in the worker's inbox. */
public record Message(String id, String kind, String body) {

  static Message of(JsonNode item) {
    return new Message(
        item.path("id").asString(""),
        item.path("kind").asString(""),
        item.path("body").asString(""));
  }
}
