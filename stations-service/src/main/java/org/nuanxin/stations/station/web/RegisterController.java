package org.nuanxin.stations.station.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.web.IdempotencyKeys;
import org.nuanxin.kit.web.IdempotencyStore;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.stations.station.KeepRegister;
import org.nuanxin.stations.station.KeepRegister.Change;
import org.nuanxin.stations.station.Station;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeping the register; for staff. The headers are demanded below, where the refusal names them; so
 * the framework is told that they may be missing, and readers that they may not.
 */
@RestController
@RequestMapping("/api/v1/stations")
class RegisterController {

  private static final String ID_PREFIX = "st-";

  private final KeepRegister register;
  private final IdempotencyStore idempotency;
  private final Clock clock;

  RegisterController(KeepRegister register, IdempotencyStore idempotency, Clock clock) {
    this.register = register;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** Registers a station. */
  @PostMapping
  @ApiResponse(responseCode = "201", description = "Registered", useReturnTypeSchema = true)
  ResponseEntity<StationOfStaff> register(
      Caller caller,
      @Parameter(required = true) @RequestHeader(name = IdempotencyKeys.HEADER, required = false)
          @Nullable String key,
      @RequestBody StationRequest request) {
    IdempotencyKeys.require(key);
    Station.Profile profile = request.profile();
    return idempotency.onceAs(
        caller,
        key,
        request,
        operation -> {
          Station station =
              register.register(
                  ID_PREFIX + operation, caller.federation(), profile, request.checkInCode());
          return answer(
              ResponseEntity.created(URI.create("/api/v1/stations/" + station.id())), station);
        });
  }

  /** Changes a station: the federation's administrators any, a keeper the own one. */
  @PutMapping("/{id}")
  ResponseEntity<StationOfStaff> change(
      Caller caller,
      @PathVariable String id,
      @Parameter(required = true) @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @RequestBody StationRequest request) {
    boolean mayChange = caller.hasAny(Role.FEDERATION_ADMIN) || id.equals(caller.station());
    if (!mayChange) {
      throw ProblemException.forbidden("A keeper may change the own station only.");
    }
    OptionalLong seen = Versions.seen(ifMatch);
    Change change =
        register.change(id, caller.federation(), seen, request.profile(), request.checkInCode());
    return switch (change) {
      case Change.Done done -> answer(ResponseEntity.ok(), done.station());
      case Change.Outdated outdated -> throw Versions.outdated();
      case Change.Unknown unknown -> throw ProblemException.notFound();
    };
  }

  private ResponseEntity<StationOfStaff> answer(
      ResponseEntity.BodyBuilder response, Station station) {
    Instant now = clock.instant();
    return response
        .eTag(Versions.tag(station, station.isOpenAt(now)))
        .body(StationOfStaff.of(station, now));
  }
}
