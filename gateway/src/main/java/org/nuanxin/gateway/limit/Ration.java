package org.nuanxin.gateway.limit;

import java.util.Map;
import org.nuanxin.gateway.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What is left to a caller, as the header fields of draft-ietf-httpapi-ratelimit-headers say it.
 *
 * @param granted whether this request may pass
 * @param policy value of {@code RateLimit-Policy}: quota and window in seconds
 * @param state value of {@code RateLimit}: requests left, and seconds until all are back
 * @param retryAfterSeconds when to come again, if not granted
 */
public record Ration(boolean granted, String policy, String state, int retryAfterSeconds) {

  /** Tells the caller in its answer, whatever the answer is. */
  public void tell(HttpHeaders headers) {
    headers.set("RateLimit-Policy", policy);
    headers.set("RateLimit", state);
  }

  /** The 429 of a request that is not granted. */
  public ProblemException refusal() {
    return ProblemException.with(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-requests",
        "Too many requests; try again later.",
        Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(Math.max(1, retryAfterSeconds))));
  }
}
