package org.nuanxin.stations.station.web;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.stations.station.Station;
import org.springframework.http.HttpStatus;

/**
 * Versions as entity tags. A tag also says whether the station is open, as the answer it stands for
 * does; a change is held against the version alone.
 */
final class Versions {

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})[oc]?\"");
  private static final String ANY = "*";

  private Versions() {}

  static String tag(Station station, boolean open) {
    return "\"" + station.version() + (open ? "o" : "c") + "\"";
  }

  /**
   * The version a caller has seen; empty where any that exists will do, which is what a star says
   * (RFC 9110, 13.1.1).
   *
   * @throws ProblemException 428 without {@code If-Match}, 412 when it is none of our tags
   */
  static OptionalLong seen(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_REQUIRED,
          "precondition-required",
          "Send If-Match with the ETag of what you have seen.");
    }
    if (ifMatch.strip().equals(ANY)) {
      return OptionalLong.empty();
    }
    Matcher matcher = TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw outdated();
    }
    return OptionalLong.of(Long.parseLong(matcher.group(1)));
  }

  static ProblemException outdated() {
    return new ProblemException(
        HttpStatus.PRECONDITION_FAILED,
        "outdated",
        "The station has been changed since. Read it again.");
  }
}
