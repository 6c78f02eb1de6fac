package org.nuanxin.stations.station.web;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Text;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.stations.station.Facility;
import org.nuanxin.stations.station.OpeningHours;
import org.nuanxin.stations.station.OpeningHours.Opening;
import org.nuanxin.stations.station.Station;
import org.nuanxin.stations.station.StationKind;
import org.nuanxin.stations.station.Wgs84;

/**
 * A station as staff describe it.
 *
 * @param crs what {@code point} is given in
 * @param hours empty for a station that is closed for now
 * @param checkInCode absent for one made by us, or to keep the present one
 */
record StationRequest(
    @Nullable String name,
    @Nullable StationKind kind,
    @Nullable PointBody point,
    @Nullable Crs crs,
    @Nullable List<@Nullable Facility> facilities,
    @Nullable List<@Nullable OpeningRequest> hours,
    @Nullable String address,
    @Nullable String district,
    @Nullable String communityCode,
    @Nullable String checkInCode) {

  /** One opening, unchecked. */
  record OpeningRequest(
      @Nullable List<@Nullable DayOfWeek> days, @Nullable String opens, @Nullable String closes) {}

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 200;
  private static final int MOST_OPENINGS = 21;
  static final Pattern DIVISION = Pattern.compile("\\d{6}(\\d{6})?");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{6,12}");

  /**
   * The profile it describes.
   *
   * @throws org.nuanxin.kit.web.ProblemException 400 that names every field that is wrong
   */
  Station.Profile profile() {
    Violations violations = new Violations();
    Optional<String> checkedName = Text.line(violations, "name", name, 1, LONGEST_NAME);
    Optional<String> checkedAddress = Text.line(violations, "address", address, 1, LONGEST_ADDRESS);
    violations.require("kind", kind);
    Optional<Wgs84> place = place(violations);
    List<Opening> openings = openings(violations);
    violations.check(
        facilities != null && facilities.stream().allMatch(Objects::nonNull),
        "facilities",
        "REQUIRED",
        "is required, and may be empty");
    matches(violations, "district", district, DIVISION, "must be a division code");
    matches(violations, "communityCode", communityCode, DIVISION, "must be a division code");
    matches(violations, "checkInCode", checkInCode, CODE, "must be 6 to 12 capitals and digits");
    violations.throwIfAny();
    return new Station.Profile(
        checkedName.orElseThrow(),
        Objects.requireNonNull(kind),
        place.orElseThrow(),
        Objects.requireNonNull(facilities).stream().map(Objects::requireNonNull).toList(),
        new OpeningHours(openings),
        checkedAddress.orElseThrow(),
        district,
        communityCode);
  }

  private Optional<Wgs84> place(Violations violations) {
    boolean hasCrs = violations.require("crs", crs);
    if (!violations.require("point", point) || point == null) {
      return Optional.empty();
    }
    violations.check("Point".equals(point.type()), "point.type", "NOT_ALLOWED", "must be Point");
    List<@Nullable Double> pair = point.coordinates();
    Double longitude = pair == null || pair.size() != 2 ? null : pair.get(0);
    Double latitude = pair == null || pair.size() != 2 ? null : pair.get(1);
    if (longitude == null || latitude == null) {
      violations.check(
          false, "point.coordinates", "PATTERN", "must be longitude and latitude, in this order");
      return Optional.empty();
    }
    boolean inChina =
        Math.abs(longitude) <= 180
            && Math.abs(latitude) <= 90
            && new Wgs84(longitude, latitude).isInChina();
    violations.check(
        inChina,
        "point.coordinates",
        "OUT_OF_RANGE",
        "must be longitude and latitude, in this order, of a place in China");
    return hasCrs && inChina
        ? Optional.of(Objects.requireNonNull(crs).place(longitude, latitude))
        : Optional.empty();
  }

  private List<Opening> openings(Violations violations) {
    List<Opening> openings = new ArrayList<>();
    if (!violations.check(hours != null, "hours", "REQUIRED", "is required, and may be empty")
        || hours == null
        || !violations.check(
            hours.size() <= MOST_OPENINGS,
            "hours",
            "TOO_LONG",
            "must have at most " + MOST_OPENINGS + " openings")) {
      return openings;
    }
    for (int i = 0; i < hours.size(); i++) {
      OpeningRequest asked = hours.get(i);
      String field = "hours[" + i + "]";
      if (violations.check(asked != null, field, "REQUIRED", "is required") && asked != null) {
        opening(violations, field, asked).ifPresent(openings::add);
      }
    }
    return openings;
  }

  private static Optional<Opening> opening(
      Violations violations, String field, OpeningRequest asked) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (asked.days() != null) {
      asked.days().stream().filter(Objects::nonNull).forEach(days::add);
    }
    OptionalInt opens = time(violations, field + ".opens", asked.opens());
    OptionalInt closes = time(violations, field + ".closes", asked.closes());
    boolean fine = violations.check(!days.isEmpty(), field + ".days", "REQUIRED", "is required");
    if (!fine || opens.isEmpty() || closes.isEmpty()) {
      return Optional.empty();
    }
    boolean span =
        opens.getAsInt() < 24 * 60
            && (opens.getAsInt() != closes.getAsInt() || closes.getAsInt() == 0);
    violations.check(
        span, field, "OUT_OF_RANGE", "must open before 24:00 and close at another time");
    return span
        ? Optional.of(new Opening(days, opens.getAsInt(), closes.getAsInt()))
        : Optional.empty();
  }

  private static OptionalInt time(Violations violations, String field, @Nullable String text) {
    OptionalInt minute = text == null ? OptionalInt.empty() : OpeningBody.minute(text);
    violations.check(minute.isPresent(), field, "PATTERN", "must be a time such as 07:30");
    return minute;
  }

  private static void matches(
      Violations violations, String field, @Nullable String text, Pattern pattern, String message) {
    violations.check(text == null || pattern.matcher(text).matches(), field, "PATTERN", message);
  }
}
