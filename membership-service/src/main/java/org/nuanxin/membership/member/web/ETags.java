package org.nuanxin.membership.member.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.Member;
import org.springframework.http.HttpStatus;

/** A person's version as an entity tag. */
final class ETags {

  private static final String ANY = "*";

  private ETags() {}

  static String of(Member member) {
    return "\"" + member.version() + "\"";
  }

  /**
   * Holds a change to the version that its caller saw, one of several, or any (RFC 9110).
   *
   * @throws ProblemException 428 without {@code If-Match}, 412 when the version is another
   */
  static void require(@Nullable String ifMatch, Member member) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_REQUIRED,
          "if-match-required",
          "If-Match with the ETag of the application is required.");
    }
    if (!ifMatch.strip().equals(ANY) && !names(ifMatch, of(member))) {
      throw changed();
    }
  }

  /** Our tags hold digits only, so no comma of a list is within one of ours. */
  private static boolean names(String ifMatch, String tag) {
    return Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag::equals);
  }

  static ProblemException changed() {
    return new ProblemException(
        HttpStatus.PRECONDITION_FAILED,
        "changed-meanwhile",
        "The application was changed in the meantime; read it again.");
  }
}
