package org.nuanxin.localstack.demo;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a call came to.
 *
 * @param status the HTTP status
 * @param body the body in JSON; a missing node where there is none
 * @param retryAfter how long the server asks to wait; empty where it does not ask
 */
public record Reply(int status, JsonNode body, Optional<Duration> retryAfter) {

  /** Whether the same call may succeed a little later: too many requests, or a service is away. */
  public boolean passing() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  /** Whether the call did what it should. */
  public boolean fine() {
    return status >= 200 && status < 300;
  }
}
