package org.nuanxin.stations.station.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.stations.station.Facility;
import org.nuanxin.stations.station.StationKind;
import org.nuanxin.stations.station.StationSearch;
import org.nuanxin.stations.station.Wgs84;

/**
 * The query of a search as it was sent. Everything is text at first, so that one answer names every
 * parameter that is wrong.
 */
record SearchRequest(
    @Nullable String near,
    @Nullable String crs,
    @Nullable String radius,
    @Nullable String kind,
    @Nullable String district,
    @Nullable List<String> facility,
    @Nullable String openNow,
    @Nullable String limit) {

  private static final String DEGREES = "(-?\\d{1,3}(?:\\.\\d{1,15})?)";
  private static final Pattern NEAR = Pattern.compile(DEGREES + "," + DEGREES);
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");
  private static final int HALF_ROUND_THE_GLOBE = 20_100_000;

  /**
   * The search it asks for, from the start.
   *
   * @throws org.nuanxin.kit.web.ProblemException 400 that names every parameter that is wrong
   */
  StationSearch search(String federation, Instant now) {
    Violations violations = new Violations();
    Crs system = one(violations, "crs", crs, Crs.class).orElse(Crs.WGS84);
    Wgs84 place = place(violations, system);
    Integer metres = number(violations, "radius", radius, HALF_ROUND_THE_GLOBE);
    violations.check(radius == null || near != null, "radius", "NOT_ALLOWED", "needs near as well");
    Integer size = number(violations, "limit", limit, Limits.MOST);
    StationKind wanted = one(violations, "kind", kind, StationKind.class).orElse(null);
    violations.check(
        district == null || StationRequest.DIVISION.matcher(district).matches(),
        "district",
        "PATTERN",
        "must be a division code");
    List<Facility> facilities = new ArrayList<>();
    if (facility != null) {
      facility.forEach(
          name -> one(violations, "facility", name, Facility.class).ifPresent(facilities::add));
    }
    violations.check(
        openNow == null || openNow.equals("true") || openNow.equals("false"),
        "openNow",
        "NOT_ALLOWED",
        "must be true or false");
    violations.throwIfAny();
    return new StationSearch(
        federation,
        place,
        metres,
        wanted,
        district,
        facilities,
        "true".equals(openNow) ? now : null,
        null,
        Limits.of(size));
  }

  private @Nullable Wgs84 place(Violations violations, Crs system) {
    if (near == null) {
      return null;
    }
    Matcher matcher = NEAR.matcher(near);
    if (!violations.check(
        matcher.matches(), "near", "PATTERN", "must be longitude,latitude in degrees")) {
      return null;
    }
    double longitude = Double.parseDouble(matcher.group(1));
    double latitude = Double.parseDouble(matcher.group(2));
    boolean onGlobe =
        violations.check(
            Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90,
            "near",
            "OUT_OF_RANGE",
            "must be longitude,latitude in this order, -180 to 180 and -90 to 90");
    return onGlobe ? system.place(longitude, latitude) : null;
  }

  private static @Nullable Integer number(
      Violations violations, String field, @Nullable String text, int most) {
    if (text == null) {
      return null;
    }
    Integer number = WHOLE_NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
    return violations.check(
            number != null && number >= 1 && number <= most,
            field,
            "OUT_OF_RANGE",
            "must be a whole number, 1 to " + most)
        ? number
        : null;
  }

  private static <E extends Enum<E>> Optional<E> one(
      Violations violations, String field, @Nullable String name, Class<E> type) {
    if (name == null) {
      return Optional.empty();
    }
    Optional<E> found =
        Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findAny();
    violations.check(
        found.isPresent(),
        field,
        "NOT_ALLOWED",
        "must be one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", ")));
    return found;
  }
}
