package org.nuanxin.stations.station.mongo;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.nuanxin.stations.station.Facility;
import org.nuanxin.stations.station.OpeningHours;
import org.nuanxin.stations.station.OpeningHours.Opening;
import org.nuanxin.stations.station.Station;
import org.nuanxin.stations.station.StationKind;
import org.nuanxin.stations.station.Wgs84;

/** A station as a document. */
final class StationDocuments {

  static final String FEDERATION = "f";
  static final String NAME = "name";
  static final String KIND = "kind";
  static final String POINT = "point";
  static final String FACILITIES = "facilities";
  static final String DISTRICT = "district";
  static final String SYNTHETIC = "synthetic";
  static final String VERSION = "v";

  /** The openings as minutes of the week, so that a query can ask for what is open. */
  static final String OPEN = "open";

  static final String FROM = "o";
  static final String TO = "c";

  private static final String HOURS = "hours";
  private static final String DAYS = "days";
  private static final String ADDRESS = "address";
  private static final String COMMUNITY = "community";
  private static final String CODE = "code";

  private StationDocuments() {}

  static Document of(Station station) {
    Station.Profile profile = station.profile();
    Wgs84 place = profile.place();
    return new Document("_id", station.id())
        .append(FEDERATION, station.federation())
        .append(NAME, profile.name())
        .append(KIND, profile.kind().name())
        .append(
            POINT,
            new Document("type", "Point")
                .append("coordinates", List.of(place.longitude(), place.latitude())))
        .append(FACILITIES, profile.facilities().stream().map(Facility::name).toList())
        .append(HOURS, profile.hours().openings().stream().map(StationDocuments::of).toList())
        .append(
            OPEN,
            profile.hours().spans().stream()
                .map(span -> new Document(FROM, span.from()).append(TO, span.to()))
                .toList())
        .append(ADDRESS, profile.address())
        .append(DISTRICT, profile.district())
        .append(COMMUNITY, profile.communityCode())
        .append(CODE, station.checkInCode())
        .append(SYNTHETIC, station.synthetic())
        .append(VERSION, station.version());
  }

  private static Document of(Opening opening) {
    return new Document(DAYS, opening.days().stream().map(DayOfWeek::getValue).sorted().toList())
        .append(FROM, opening.opens())
        .append(TO, opening.closes());
  }

  static Station station(Document document) {
    List<Double> coordinates =
        document.get(POINT, Document.class).getList("coordinates", Double.class);
    return new Station(
        document.getString("_id"),
        document.getString(FEDERATION),
        new Station.Profile(
            document.getString(NAME),
            StationKind.valueOf(document.getString(KIND)),
            new Wgs84(coordinates.get(0), coordinates.get(1)),
            document.getList(FACILITIES, String.class).stream().map(Facility::valueOf).toList(),
            new OpeningHours(
                document.getList(HOURS, Document.class).stream()
                    .map(StationDocuments::opening)
                    .toList()),
            document.getString(ADDRESS),
            document.getString(DISTRICT),
            document.getString(COMMUNITY)),
        document.getString(CODE),
        document.getBoolean(SYNTHETIC, false),
        document.getLong(VERSION));
  }

  private static Opening opening(Document document) {
    Set<DayOfWeek> days =
        document.getList(DAYS, Integer.class).stream()
            .map(DayOfWeek::of)
            .collect(Collectors.toUnmodifiableSet());
    return new Opening(days, document.getInteger(FROM), document.getInteger(TO));
  }
}
