package org.nuanxin.kit.web;

import java.util.Map;
import org.springframework.http.HttpStatusCode;

/** Code and sentence of the problems that need no further word than their status. */
final class StatusCodes {

  private static final Map<Integer, Words> WORDS =
      Map.ofEntries(
          Map.entry(400, new Words("bad-request", "The request cannot be read.")),
          Map.entry(401, new Words("unauthorized", "A bearer token is needed.")),
          Map.entry(403, new Words("forbidden", "Your role may not do this.")),
          Map.entry(404, new Words("not-found", "There is no such thing here.")),
          Map.entry(405, new Words("method-not-allowed", "This path knows other methods.")),
          Map.entry(406, new Words("not-acceptable", "It is not to be had in that media type.")),
          Map.entry(408, new Words("request-timeout", "The body did not come whole in time.")),
          Map.entry(413, new Words("too-large", "The request is too large.")),
          Map.entry(414, new Words("too-large", "The URL is too long.")),
          Map.entry(415, new Words("unsupported-media-type", "The body must be application/json.")),
          Map.entry(429, new Words("too-many-requests", "Too many requests; try again later.")),
          Map.entry(503, new Words("unavailable", "Not possible at the moment.")));

  private StatusCodes() {}

  static String code(HttpStatusCode status) {
    return of(status).code;
  }

  static String detail(HttpStatusCode status) {
    return of(status).detail;
  }

  private static Words of(HttpStatusCode status) {
    Words words = WORDS.get(status.value());
    if (words != null) {
      return words;
    }
    return status.is4xxClientError()
        ? new Words("bad-request", "The request cannot be taken.")
        : new Words("internal", "Something went wrong on our side. The trace id finds it.");
  }

  private record Words(String code, String detail) {}
}
