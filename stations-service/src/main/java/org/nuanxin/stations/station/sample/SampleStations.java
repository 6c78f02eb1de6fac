package org.nuanxin.stations.station.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.stations.station.Facility;
import org.nuanxin.stations.station.OpeningHours;
import org.nuanxin.stations.station.OpeningHours.Opening;
import org.nuanxin.stations.station.Station;
import org.nuanxin.stations.station.StationKind;
import org.nuanxin.stations.station.Stations;
import org.nuanxin.stations.station.Wgs84;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers the synthetic stations of {@code sample/stations.json} where they are missing. Several
 * instances may do so at once, and a crash in the middle is made good at the next start.
 */
public final class SampleStations {

  private static final String FILE = "/sample/stations.json";
  private static final Logger log = LoggerFactory.getLogger(SampleStations.class);

  private record Sample(List<Entry> stations) {}

  private record Entry(
      String id,
      String name,
      StationKind kind,
      @Nullable String district,
      @Nullable String communityCode,
      Point point,
      String address,
      List<Facility> facilities,
      List<Hours> hours,
      String checkInCode) {}

  private record Point(List<Double> coordinates) {}

  private record Hours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {}

  private final Stations stations;
  private final String federation;

  /** For this federation. */
  public SampleStations(Stations stations, String federation) {
    this.stations = stations;
    this.federation = federation;
  }

  /** Registers what is missing. */
  public void register() {
    List<Station> sample = read().stream().map(this::station).toList();
    if (stations.countSynthetic(federation) < sample.size()) {
      stations.registerMissing(sample);
      log.info("Registered {} synthetic stations", sample.size());
    }
  }

  private static List<Entry> read() {
    JsonMapper mapper =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream in = SampleStations.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The sample " + FILE + " is missing");
      }
      return mapper.readValue(in, Sample.class).stations();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Station station(Entry entry) {
    List<Double> coordinates = entry.point().coordinates();
    return new Station(
        entry.id(),
        federation,
        new Station.Profile(
            entry.name(),
            entry.kind(),
            new Wgs84(coordinates.get(0), coordinates.get(1)),
            entry.facilities(),
            new OpeningHours(
                entry.hours().stream()
                    .map(hours ->
                        new Opening(hours.days(), minute(hours.opens()), minute(hours.closes())))
                    .toList()),
            entry.address(),
            entry.district(),
            entry.communityCode()),
        entry.checkInCode(),
        true,
        1);
  }

  private static int minute(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }
}
