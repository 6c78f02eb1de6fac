package org.nuanxin.membership.member.web;

import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.Member;
import org.springframework.http.HttpStatus;

/** A person's version as an entity tag. */
final class ETags {

  private ETags() {}

  static String of(Member member) {
    return "\"" + member.version() + "\"";
  }

  /**
   * Holds a change to the version that its caller saw.
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
    if (!ifMatch.strip().equals(of(member))) {
      throw changed();
    }
  }

  static ProblemException changed() {
    return new ProblemException(
        HttpStatus.PRECONDITION_FAILED,
        "changed-meanwhile",
        "The application was changed in the meantime; read it again.");
  }
}
