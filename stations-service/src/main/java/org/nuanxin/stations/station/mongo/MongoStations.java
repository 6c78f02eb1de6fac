package org.nuanxin.stations.station.mongo;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.GeoNearOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.geojson.Point;
import com.mongodb.client.model.geojson.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.nuanxin.kit.consume.Effects;
import org.nuanxin.stations.station.FoundStation;
import org.nuanxin.stations.station.OpeningHours;
import org.nuanxin.stations.station.Station;
import org.nuanxin.stations.station.StationSearch;
import org.nuanxin.stations.station.StationSearch.After;
import org.nuanxin.stations.station.Stations;
import org.nuanxin.stations.station.Wgs84;

/** Stations in one collection; its spherical index gives the nearest, farther ones on demand. */
public final class MongoStations implements Stations {

  /** Name of the collection. */
  public static final String COLLECTION = "stations";

  private static final String DISTANCE = "distance";
  // The store compares with its own rounding; what was shown is excluded by id.
  private static final double LITTLE_LESS = 1 - 1e-9;
  // The store measures on the sphere of the equator's radius, we on that of the mean radius.
  private static final double STORE_METRES_PER_METRE = 6_378_100 / 6_371_008.8;

  private final MongoCollection<Document> stations;

  /** Works on that collection of the service's database. */
  public MongoStations(MongoDatabase database) {
    this.stations = database.getCollection(COLLECTION);
  }

  /** Creates the indexes by place, by name, and by name within a district. */
  public static void createIndexes(MongoDatabase database) {
    MongoCollection<Document> collection = database.getCollection(COLLECTION);
    collection.createIndex(
        Indexes.compoundIndex(
            Indexes.ascending(StationDocuments.FEDERATION),
            Indexes.geo2dsphere(StationDocuments.POINT)),
        new IndexOptions().name("place"));
    collection.createIndex(
        Indexes.ascending(StationDocuments.FEDERATION, StationDocuments.NAME, "_id"),
        new IndexOptions().name("name"));
    collection.createIndex(
        Indexes.ascending(
            StationDocuments.FEDERATION, StationDocuments.DISTRICT, StationDocuments.NAME, "_id"),
        new IndexOptions().name("district_name"));
    collection.createIndex(
        Indexes.ascending(StationDocuments.FEDERATION, StationDocuments.SYNTHETIC),
        new IndexOptions().name("synthetic"));
  }

  @Override
  public Station register(Station station) {
    return StationDocuments.station(
        Effects.insertOrLoad(
                stations,
                List.of(StationDocuments.of(station)),
                document -> document.getString("_id"))
            .getFirst());
  }

  @Override
  public void registerMissing(List<Station> missing) {
    Effects.insertOrLoad(
        stations,
        missing.stream().map(StationDocuments::of).toList(),
        document -> document.getString("_id"));
  }

  @Override
  public boolean change(Station next) {
    return stations
            .replaceOne(
                and(
                    eq("_id", next.id()),
                    eq(StationDocuments.FEDERATION, next.federation()),
                    eq(StationDocuments.VERSION, next.version() - 1)),
                StationDocuments.of(next))
            .getMatchedCount()
        == 1;
  }

  @Override
  public Optional<Station> find(String federation, String id) {
    return Optional.ofNullable(
            stations.find(and(eq("_id", id), eq(StationDocuments.FEDERATION, federation))).first())
        .map(StationDocuments::station);
  }

  @Override
  public long countSynthetic(String federation) {
    return stations.countDocuments(
        and(eq(StationDocuments.FEDERATION, federation), eq(StationDocuments.SYNTHETIC, true)));
  }

  @Override
  public List<FoundStation> search(StationSearch search) {
    return search.near() == null ? byName(search) : byDistance(search, search.near());
  }

  private List<FoundStation> byDistance(StationSearch search, Wgs84 near) {
    List<Bson> filters = filters(search);
    GeoNearOptions options =
        GeoNearOptions.geoNearOptions().key(StationDocuments.POINT).spherical();
    if (search.radiusMetres() != null) {
      options = options.maxDistance(search.radiusMetres() * STORE_METRES_PER_METRE);
    }
    if (search.after() instanceof After.Distance after) {
      options = options.minDistance(after.metres() * LITTLE_LESS);
      filters.add(nin("_id", after.shown()));
    }
    return stations
        .aggregate(
            List.of(
                Aggregates.geoNear(
                    new Point(new Position(near.longitude(), near.latitude())),
                    DISTANCE,
                    options.query(query(filters))),
                Aggregates.limit(search.limit() + 1)))
        .map(found -> new FoundStation(StationDocuments.station(found), found.getDouble(DISTANCE)))
        .into(new ArrayList<>());
  }

  /** The same as a {@link Document}, which is what this stage takes. */
  private static Document query(List<Bson> filters) {
    return new Document("$and", filters.stream().map(Bson::toBsonDocument).toList());
  }

  private List<FoundStation> byName(StationSearch search) {
    List<Bson> filters = filters(search);
    if (search.after() instanceof After.Name after) {
      filters.add(
          or(
              gt(StationDocuments.NAME, after.name()),
              and(eq(StationDocuments.NAME, after.name()), gt("_id", after.id()))));
    }
    return stations
        .find(and(filters))
        .sort(Sorts.ascending(StationDocuments.NAME, "_id"))
        .limit(search.limit() + 1)
        .map(found -> new FoundStation(StationDocuments.station(found), 0))
        .into(new ArrayList<>());
  }

  private static List<Bson> filters(StationSearch search) {
    List<Bson> filters = new ArrayList<>();
    filters.add(eq(StationDocuments.FEDERATION, search.federation()));
    if (search.kind() != null) {
      filters.add(eq(StationDocuments.KIND, search.kind().name()));
    }
    if (search.district() != null) {
      filters.add(eq(StationDocuments.DISTRICT, search.district()));
    }
    if (!search.facilities().isEmpty()) {
      filters.add(
          all(StationDocuments.FACILITIES, search.facilities().stream().map(Enum::name).toList()));
    }
    if (search.openAt() != null) {
      int minute = OpeningHours.minuteOfWeek(search.openAt());
      filters.add(
          elemMatch(
              StationDocuments.OPEN,
              and(lte(StationDocuments.FROM, minute), gt(StationDocuments.TO, minute))));
    }
    return filters;
  }
}
