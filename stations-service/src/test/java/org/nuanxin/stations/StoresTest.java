package org.nuanxin.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.stations.station.Facility;
import org.nuanxin.stations.station.FoundStation;
import org.nuanxin.stations.station.OpeningHours;
import org.nuanxin.stations.station.OpeningHours.Opening;
import org.nuanxin.stations.station.Station;
import org.nuanxin.stations.station.StationKind;
import org.nuanxin.stations.station.StationSearch;
import org.nuanxin.stations.station.StationSearch.After;
import org.nuanxin.stations.station.Wgs84;
import org.nuanxin.stations.station.mongo.MongoStations;
import org.nuanxin.stations.station.sample.SampleStations;
import org.nuanxin.stations.visit.mongo.MongoTries;

/** What the ports promise, held against a real database. */
class StoresTest {

  private static final String FEDERATION = "460200";
  private static final Wgs84 DADONGHAI = new Wgs84(109.5180, 18.2208);
  private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");

  private TestDatabase database;
  private MongoStations stations;

  @BeforeEach
  void stores() {
    database = TestDatabase.fresh();
    MongoStations.createIndexes(database.get());
    MongoTries.createIndexes(database.get());
    stations = new MongoStations(database.get());
  }

  @AfterEach
  void dropDatabase() {
    database.get().drop();
    database.close();
  }

  @Test
  void givesBackWhatWasRegistered() {
    Station station = station("st-1", DADONGHAI);

    assertThat(stations.register(station)).isEqualTo(station);
    assertThat(stations.find(FEDERATION, "st-1")).contains(station);
    assertThat(stations.find("460100", "st-1")).isEmpty();
  }

  @Test
  void keepsWhatIsRegisteredAlready() {
    Station first = station("st-1", DADONGHAI);
    stations.register(first);

    assertThat(stations.register(station("st-1", new Wgs84(110, 19)))).isEqualTo(first);
  }

  @Test
  void letsOneOfManyWhoSawTheSameVersionChangeIt() {
    Station first = stations.register(station("st-1", DADONGHAI));

    long won =
        IntStream.range(0, 16)
            .parallel()
            .filter(i -> stations.change(first.changed(first.profile(), "CODE" + i)))
            .count();

    assertThat(won).isEqualTo(1);
    assertThat(stations.find(FEDERATION, "st-1").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void pagesOverStationsAtTheVerySamePlace() {
    for (int i = 0; i < 25; i++) {
      stations.register(station("st-" + i, DADONGHAI));
    }
    stations.register(station("far", new Wgs84(109.6, 18.3)));

    Set<String> seen = new HashSet<>();
    List<String> order = new ArrayList<>();
    After after = null;
    List<FoundStation> found;
    do {
      found = stations.search(near(after, 4));
      List<FoundStation> page = found.subList(0, Math.min(4, found.size()));
      page.forEach(each -> order.add(each.station().id()));
      double last = page.getLast().storeMetres();
      if (!(after instanceof After.Distance earlier) || earlier.metres() != last) {
        seen.clear();
      }
      page.stream()
          .filter(each -> each.storeMetres() == last)
          .forEach(each -> seen.add(each.station().id()));
      after = new After.Distance(last, Set.copyOf(seen));
    } while (found.size() > 4);

    assertThat(order).hasSize(26).doesNotHaveDuplicates().endsWith("far");
  }

  @Test
  void importsTheSampleOnceHoweverManyInstancesStart() {
    IntStream.range(0, 4)
        .parallel()
        .forEach(i -> new SampleStations(stations, FEDERATION).register());

    assertThat(stations.countSynthetic(FEDERATION)).isEqualTo(324);
  }

  @Test
  void makesGoodAnImportThatACrashCutShort() {
    new SampleStations(stations, FEDERATION).register();
    database
        .get()
        .getCollection(MongoStations.COLLECTION)
        .deleteMany(new Document("_id", new Document("$gt", "st-200")));

    new SampleStations(stations, FEDERATION).register();

    assertThat(stations.countSynthetic(FEDERATION)).isEqualTo(324);
  }

  @Test
  void countsTriesForEachPersonAndHour() {
    // Not of long ago: that is what the database forgets by itself.
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    MongoTries tries = new MongoTries(database.get(), 3);

    long taken = IntStream.range(0, 20).parallel().filter(i -> tries.take("p", hour)).count();

    assertThat(taken).isEqualTo(3);
    assertThat(tries.take("other", hour)).isTrue();
    assertThat(tries.take("p", hour.plusSeconds(3600))).isTrue();
  }

  @Test
  void scansNoCollection() {
    new SampleStations(stations, FEDERATION).register();
    database.get().runCommand(new Document("profile", 2));

    stations.search(near(null, 20));
    stations.search(
        new StationSearch(
            FEDERATION,
            DADONGHAI,
            1000,
            StationKind.UNION,
            null,
            List.of(Facility.WIFI),
            NOW,
            null,
            20));
    stations.search(
        new StationSearch(FEDERATION, null, null, null, null, List.of(), null, null, 20));
    stations.search(
        new StationSearch(
            FEDERATION, null, null, null, null, List.of(), null, new After.Name("三", "st-1"), 20));
    stations.search(inDistrict(null));
    stations.search(inDistrict(new After.Name("三", "st-1")));
    stations.find(FEDERATION, "st-001");
    stations.countSynthetic(FEDERATION);
    Station station = stations.find(FEDERATION, "st-002").orElseThrow();
    stations.change(station.changed(station.profile(), "CODE23"));
    new MongoTries(database.get(), 3).take("p", NOW);
    database.get().runCommand(new Document("profile", 0));

    List<Document> plans =
        database
            .get()
            .getCollection("system.profile")
            .find(new Document("planSummary", new Document("$exists", true)))
            .into(new ArrayList<>());
    assertThat(plans).hasSizeGreaterThan(6);
    assertThat(plans).noneMatch(plan -> plan.getString("planSummary").contains("COLLSCAN"));
    assertThat(plans)
        .filteredOn(plan -> plan.getString("planSummary").contains("district: 1"))
        .hasSize(2);
  }

  private static StationSearch near(@Nullable After after, int limit) {
    return new StationSearch(
        FEDERATION, DADONGHAI, null, null, null, List.of(), null, after, limit);
  }

  private static StationSearch inDistrict(@Nullable After after) {
    return new StationSearch(FEDERATION, null, null, null, "460205", List.of(), null, after, 20);
  }

  private static Station station(String id, Wgs84 place) {
    return new Station(
        id,
        FEDERATION,
        new Station.Profile(
            "驿站 " + id,
            StationKind.UNION,
            place,
            List.of(Facility.WIFI),
            new OpeningHours(List.of(new Opening(Set.of(DayOfWeek.MONDAY), 1320, 120))),
            "示例路1号",
            null,
            null),
        "CODE22",
        false,
        1);
  }
}
