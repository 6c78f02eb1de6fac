package org.nuanxin.stations.station.web;

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

  private Versions() {}

  static String tag(Station station, boolean open) {
    return "\"" + station.version() + (open ? "o" : "c") + "\"";
  }

  /**
   * The version a caller has seen.
   *
   * @throws ProblemException 428 without {@code If-Match}, 412 when it is none of our tags
   */
  static long seen(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_REQUIRED,
          "precondition-required",
          "Send If-Match with the ETag of what you have seen.");
    }
    Matcher matcher = TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw outdated();
    }
    return Long.parseLong(matcher.group(1));
  }

  static ProblemException outdated() {
    return new ProblemException(
        HttpStatus.PRECONDITION_FAILED,
        "outdated",
        "The station has been changed since. Read it again.");
  }
}
