package org.nuanxin.identity;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
record Answer(int status, String body, HttpResponse<?> response) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(
        response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
  }

  JsonNode json() {
    return JSON.readTree(body);
  }

  /** A text field of the body. */
  String text(String field) {
    return json().get(field).asString();
  }

  /** Last part of the problem's type. */
  String problem() {
    String type = text("type");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** {@code field:CODE} of each error. */
  List<String> errors() {
    return json()
        .get("errors")
        .valueStream()
        .map(error -> error.get("field").asString() + ":" + error.get("code").asString())
        .toList();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
