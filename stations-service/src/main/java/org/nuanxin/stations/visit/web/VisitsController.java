package org.nuanxin.stations.visit.web;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.stations.visit.CheckIn;
import org.nuanxin.stations.visit.CheckIn.Outcome;
import org.nuanxin.stations.visit.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Check-in of the caller. */
@RestController
@RequestMapping("/api/v1/stations/{id}/visits")
class VisitsController {

  private static final int LONGEST_CODE = 64;

  private final CheckIn checkIn;
  private final Clock clock;

  VisitsController(CheckIn checkIn, Clock clock) {
    this.checkIn = checkIn;
    this.clock = clock;
  }

  /**
   * A check-in.
   *
   * @param code as it hangs at the station; small letters will do
   */
  record VisitRequest(@Nullable String code) {}

  /**
   * A visit.
   *
   * @param day in local time
   * @param first whether this call was the day's first
   */
  record VisitAnswer(
      String id,
      String stationId,
      String stationName,
      LocalDate day,
      Instant checkedInAt,
      boolean first) {

    static VisitAnswer of(Visit visit, boolean first) {
      return new VisitAnswer(
          visit.id(), visit.stationId(), visit.stationName(), visit.day(), visit.at(), first);
    }
  }

  /** 201 for the first of the day, 200 with the same visit for every other. */
  @PostMapping
  @ApiResponse(
      responseCode = "201",
      description = "The first of the day",
      useReturnTypeSchema = true)
  @ApiResponse(responseCode = "200", description = "The same visit", useReturnTypeSchema = true)
  ResponseEntity<VisitAnswer> checkIn(
      Caller caller, @PathVariable String id, @RequestBody VisitRequest request) {
    String code = code(request);
    String phoneIndex = caller.phoneIndex();
    if (phoneIndex == null) {
      throw ProblemException.forbidden("The token proves no phone number.");
    }
    // The store keeps milliseconds.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (checkIn.at(caller.federation(), id, phoneIndex, code, now)) {
      case Outcome.First first ->
          ResponseEntity.status(HttpStatus.CREATED).body(VisitAnswer.of(first.visit(), true));
      case Outcome.Again again -> ResponseEntity.ok(VisitAnswer.of(again.visit(), false));
      case Outcome.UnknownStation unknown -> throw ProblemException.notFound();
      case Outcome.WrongCode wrong ->
          throw new ProblemException(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "wrong-code",
                  "This is not the code of this station.")
              .field("code", "WRONG_CODE", "is not the code of this station");
      case Outcome.TooManyTries tooMany ->
          throw new ProblemException(
                  HttpStatus.TOO_MANY_REQUESTS,
                  "too-many-tries",
                  "Too many codes were tried. Please wait for the next hour.")
              .retryAfter(
                  now.until(
                      now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS),
                      ChronoUnit.SECONDS));
    };
  }

  private static String code(VisitRequest request) {
    Violations violations = new Violations();
    String code = request.code() == null ? "" : request.code().strip();
    violations.require("code", code);
    violations.check(
        code.length() <= LONGEST_CODE, "code", "TOO_LONG", "must have at most 64 characters");
    violations.throwIfAny();
    return code.toUpperCase(Locale.ROOT);
  }
}
