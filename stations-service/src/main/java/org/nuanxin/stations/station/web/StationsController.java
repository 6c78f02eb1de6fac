package org.nuanxin.stations.station.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Cursors;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.stations.station.FoundStation;
import org.nuanxin.stations.station.Station;
import org.nuanxin.stations.station.StationSearch;
import org.nuanxin.stations.station.Stations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking for stations; for everybody. */
@RestController
@RequestMapping("/api/v1/stations")
class StationsController {

  private final Stations stations;
  private final StationCursors cursors;
  private final Clock clock;
  private final String federation;

  StationsController(
      Stations stations,
      Cursors cursors,
      Clock clock,
      @Value("${nuanxin.federation:460200}") String federation) {
    this.stations = stations;
    this.cursors = new StationCursors(cursors);
    this.clock = clock;
    this.federation = federation;
  }

  /**
   * Nearest first from {@code near}, else by name.
   *
   * @param near longitude,latitude
   * @param crs of {@code near}: WGS84 (when absent) or GCJ02
   * @param radius in metres; any distance when absent
   * @param district code of a district: for who gives no place
   * @param facility may be given several times: all of them
   * @param openNow true for only those that are open now
   * @param cursor of the same search; only {@code limit} may be another
   */
  @GetMapping
  Page<StationAnswer> search(
      @RequestParam(required = false) @Nullable String near,
      @RequestParam(required = false) @Nullable String crs,
      @RequestParam(required = false) @Nullable String radius,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String district,
      @RequestParam(required = false) @Nullable List<String> facility,
      @RequestParam(required = false) @Nullable String openNow,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Instant now = clock.instant();
    StationSearch first =
        new SearchRequest(near, crs, radius, kind, district, facility, openNow, limit)
            .search(federation, now);
    StationSearch search = cursor == null ? first : first.from(cursors.read(cursor, first));
    List<FoundStation> found = stations.search(search);
    boolean more = found.size() > search.limit();
    List<FoundStation> page = more ? found.subList(0, search.limit()) : found;
    return new Page<>(
        page.stream().map(each -> StationAnswer.of(each.station(), search.near(), now)).toList(),
        more ? cursors.after(page, search) : null);
  }

  /** One station. */
  @GetMapping("/{id}")
  ResponseEntity<StationAnswer> station(@PathVariable String id) {
    Station station = stations.find(federation, id).orElseThrow(ProblemException::notFound);
    StationAnswer answer = StationAnswer.of(station, null, clock.instant());
    return ResponseEntity.ok().eTag(Versions.tag(station, answer.openNow())).body(answer);
  }
}
