package org.nuanxin.gateway.join;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.rule.Services;
import org.springframework.http.HttpStatus;

/**
 * Where a joined list goes on.
 *
 * @param service index of the service in {@link Services#BEHIND}
 * @param within that service's own cursor, which it signs; null for its beginning
 */
record DeadLetterCursor(int service, @Nullable String within) {

  static DeadLetterCursor parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return new DeadLetterCursor(0, null);
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      int colon = plain.indexOf(':');
      int service = Services.BEHIND.indexOf(plain.substring(0, Math.max(0, colon)));
      if (service >= 0) {
        String within = plain.substring(colon + 1);
        return new DeadLetterCursor(service, within.isEmpty() ? null : within);
      }
    } catch (IllegalArgumentException e) {
      throw forged();
    }
    throw forged();
  }

  String text() {
    String plain = Services.BEHIND.get(service) + ':' + (within == null ? "" : within);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  private static ProblemException forged() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "bad-cursor", "This cursor is not one of ours.");
  }
}
