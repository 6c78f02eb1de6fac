package org.nuanxin.membership.member.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.nuanxin.kit.web.Text;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.member.Details;
import org.nuanxin.membership.member.IdNumber;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Person;
import org.nuanxin.membership.reference.Consents;

/** Checks an application field by field and collects everything that is wrong. */
final class ApplicationCheck {

  /** Who applies, and with what. */
  record Valid(Person person, Details details) {}

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PLATFORM = 40;
  private static final int MOST_PLATFORMS = 10;

  /**
   * Letters of every script with their marks, spaces, hyphen, apostrophe, full stop, middle dots.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{L}\\p{M}\u3007][\\p{L}\\p{M}\u3007 .'\u2019\u00b7\u2022\u2027\u30fb\uff0e-]*");

  private static final Pattern STATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

  private final RoutingCheck routing;
  private final Consents consents;
  private final WorkingCalendar calendar;
  private final Clock clock;

  ApplicationCheck(RoutingCheck routing, Consents consents, WorkingCalendar calendar, Clock clock) {
    this.routing = routing;
    this.consents = consents;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Checks a request.
   *
   * @param violations takes what is wrong
   * @return empty when anything is wrong, also when something was before
   */
  Optional<Valid> check(ApplicationRequest request, Violations violations) {
    String name = name(request.name(), violations);
    String idNumber = idNumber(request.idNumber(), violations);
    String phone = phone(request.phone(), violations);
    Optional<RoutingCheck.Valid> route =
        routing.check(
            request.occupation(), request.employer(), request.communityCode(), violations);
    List<String> platforms = platforms(request.platforms(), violations);
    String station = station(request.stationCode(), violations);
    String consent = consent(request.consentVersion(), violations);
    Optional<Language> language = language(request.language(), violations);
    if (!violations.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Valid(
            new Person(name, idNumber, phone),
            new Details(
                route.orElseThrow().occupation(),
                platforms,
                route.orElseThrow().employer(),
                route.orElseThrow().communityCode(),
                station.isEmpty() ? null : station,
                consent,
                language.orElseThrow())));
  }

  private static String name(@Nullable String value, Violations violations) {
    String name = Text.line(violations, "name", value, 1, LONGEST_NAME).orElse("");
    if (violations.isFine("name")) {
      violations.check(
          NAME.matcher(name).matches(),
          "name",
          "PATTERN",
          "must consist of letters, spaces, middle dots, hyphens and apostrophes");
    }
    return name;
  }

  private String idNumber(@Nullable String value, Violations violations) {
    if (!violations.require("idNumber", value) || value == null) {
      return "";
    }
    String number = IdNumber.normalise(value);
    IdNumber.faultOf(number, LocalDate.ofInstant(clock.instant(), calendar.zone()))
        .ifPresent(fault -> violations.check(false, "idNumber", code(fault), message(fault)));
    return number;
  }

  private static String code(IdNumber.Fault fault) {
    return switch (fault) {
      case FORM -> "PATTERN";
      case REGION -> "REGION";
      case DATE -> "DATE";
      case CHECK_DIGIT -> "CHECK_DIGIT";
      case TOO_YOUNG -> "AGE_AT_LEAST_16";
      case TOO_OLD -> "AGE_AT_MOST_120";
    };
  }

  private static String message(IdNumber.Fault fault) {
    return switch (fault) {
      case FORM -> "must be 17 digits followed by a digit or X";
      case REGION -> "does not begin with a region";
      case DATE -> "does not hold a date of birth";
      case CHECK_DIGIT -> "has a wrong digit: the check digit does not fit";
      case TOO_YOUNG -> "must be of somebody aged " + IdNumber.YOUNGEST + " or more";
      case TOO_OLD -> "must be of somebody aged " + IdNumber.OLDEST + " at most";
    };
  }

  private static String phone(@Nullable String value, Violations violations) {
    if (!violations.require("phone", value) || value == null) {
      return "";
    }
    Optional<String> phone = PhoneNumbers.toE164(value);
    violations.check(
        phone.isPresent(), "phone", "PHONE_FORMAT", "must be a mobile number of mainland China");
    return phone.orElse("");
  }

  private static List<String> platforms(
      @Nullable List<@Nullable String> values, Violations violations) {
    if (values == null) {
      violations.check(false, "platforms", "REQUIRED", "is required; it may be empty");
      return List.of();
    }
    if (!violations.check(
        values.size() <= MOST_PLATFORMS,
        "platforms",
        "TOO_MANY",
        "may have at most " + MOST_PLATFORMS + " entries")) {
      return List.of();
    }
    Set<String> platforms = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      platforms.add(
          FreeText.of("platforms[" + i + "]", values.get(i), LONGEST_PLATFORM, violations));
    }
    return List.copyOf(platforms);
  }

  private static String station(@Nullable String value, Violations violations) {
    if (value == null) {
      return "";
    }
    violations.check(
        STATION.matcher(value).matches(),
        "stationCode",
        "PATTERN",
        "must be a station's code: letters, digits, - and _");
    return value;
  }

  private String consent(@Nullable String value, Violations violations) {
    if (!violations.require("consentVersion", value) || value == null) {
      return "";
    }
    violations.check(
        value.equals(consents.current()),
        "consentVersion",
        "CONSENT_NOT_CURRENT",
        "must be the current version, " + consents.current());
    return value;
  }

  private static Optional<Language> language(@Nullable String value, Violations violations) {
    if (!violations.require("language", value) || value == null) {
      return Optional.empty();
    }
    Optional<Language> language = Language.of(value);
    violations.check(
        language.isPresent(), "language", "NOT_ALLOWED", "must be one of zh-CN and en");
    return language;
  }
}
