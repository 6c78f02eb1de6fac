package org.nuanxin.localstack.sandbox.http;

import java.nio.charset.StandardCharsets;

/** What the server does with a request. */
public sealed interface Answer {

  /**
   * An answer in JSON.
   *
   * @param status the HTTP status
   * @param body UTF-8 JSON; empty for none
   */
  record Json(int status, byte[] body) implements Answer {}

  /** The connection is closed without a word, as a provider does that dies in the middle. */
  record Drop() implements Answer {}

  /**
   * An answer with this body.
   *
   * @param status the HTTP status
   * @param json the body
   */
  static Json json(int status, String json) {
    return new Json(status, json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An RFC 9457 problem.
   *
   * @param status the HTTP status
   * @param title one English phrase that needs no escaping in JSON
   */
  static Json problem(int status, String title) {
    return json(status, "{\"title\":\"" + title + "\",\"status\":" + status + "}");
  }
}
