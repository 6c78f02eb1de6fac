package org.nuanxin.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.stations.station.Gcj02;
import org.nuanxin.stations.station.Wgs84;
import tools.jackson.databind.JsonNode;

class FindStationsTest extends RunningService {

  private static final Wgs84 DADONGHAI = new Wgs84(109.5180, 18.2208);
  private static final String NEAR = STATIONS + "?near=109.5180,18.2208";

  @Nested
  class FromAPlace {

    @Test
    void givesTheNearestFirstWithDistanceAndWalkingTime() {
      Answer answer = get(NEAR);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.items()).hasSize(20);
      long before = 0;
      for (JsonNode item : answer.items()) {
        long metres = item.get("distanceMetres").asLong();
        assertThat(metres).isEqualTo(Math.round(place(item).metresTo(DADONGHAI)));
        assertThat(metres).isGreaterThanOrEqualTo(before);
        assertThat(item.get("walkingMinutes").asInt())
            .isEqualTo((int) Math.ceil(metres * 60 / 4000.0));
        before = metres;
      }
      assertThat(answer.items().getFirst().propertyNames())
          .contains("id", "name", "kind", "point", "openNow", "hours", "facilities", "address")
          .doesNotContain("checkInCode");
    }

    @Test
    void findsEveryStationOnceOverAllPages() {
      List<JsonNode> all = everyPage(NEAR + "&limit=100");

      assertThat(new HashSet<>(all.stream().map(item -> item.get("id").asString()).toList()))
          .hasSize(324);
      assertThat(all).hasSize(324);
      assertThat(all)
          .isSortedAccordingTo(
              Comparator.comparingLong(item -> item.get("distanceMetres").asLong()));
    }

    @Test
    void staysWithinTheRadius() {
      List<JsonNode> all = everyPage(NEAR + "&limit=100");
      long radius = all.get(30).get("distanceMetres").asLong() + 1;

      List<JsonNode> within = everyPage(NEAR + "&limit=100&radius=" + radius);

      assertThat(within)
          .hasSize(
              (int) all.stream().filter(item -> place(item).metresTo(DADONGHAI) <= radius).count());
    }

    @Test
    void takesAPlaceAsMapsInChinaGiveIt() {
      Gcj02 shifted = Gcj02.of(DADONGHAI);

      Answer answer =
          get(
              STATIONS
                  + "?crs=GCJ02&near=%.9f,%.9f".formatted(shifted.longitude(), shifted.latitude()));

      assertThat(answer.ids()).isEqualTo(get(NEAR).ids());
    }

    @Test
    void findsFromTheOtherSideOfTheGlobe() {
      assertThat(get(STATIONS + "?near=-70.5,-18.2&limit=1").items()).hasSize(1);
    }
  }

  @Nested
  class ByWhatTheyAre {

    @ParameterizedTest
    @CsvSource({"WARM_NEW, 220", "UNION, 100", "DRIVERS_HOME, 3", "COURIERS_HOME, 1"})
    void countsEveryKind(String kind, int count) {
      assertThat(everyPage(NEAR + "&limit=100&kind=" + kind))
          .hasSize(count)
          .allMatch(item -> item.get("kind").asString().equals(kind));
    }

    @Test
    void asksForAllFacilitiesNamed() {
      List<JsonNode> found = everyPage(NEAR + "&limit=100&facility=WIFI&facility=TOILET");

      assertThat(found)
          .isNotEmpty()
          .allSatisfy(item ->
              assertThat(item.get("facilities").valueStream().map(JsonNode::asString))
                  .contains("WIFI", "TOILET"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T04:00:00Z, true", "2026-11-23T18:00:00Z, false"})
    void knowsWhatIsOpenNow(Instant now, boolean anyOpen) {
      clock.set(now);

      List<JsonNode> open = everyPage(NEAR + "&limit=100&openNow=true");
      List<JsonNode> all = everyPage(NEAR + "&limit=100");

      assertThat(open.isEmpty()).isNotEqualTo(anyOpen);
      assertThat(all.stream().filter(item -> item.get("openNow").asBoolean()).toList())
          .isEqualTo(open);
    }

    @Test
    void listsByNameWithoutAPlace() {
      List<JsonNode> all = everyPage(STATIONS + "?limit=50");

      assertThat(all).hasSize(324);
      assertThat(all.getFirst().get("distanceMetres").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"460202, 43", "460203, 131", "460204, 114", "460205, 36", "110105, 0"})
    void listsADistrictByNameForWhoGivesNoPlace(String district, int count) {
      List<JsonNode> all = everyPage(STATIONS + "?limit=30&district=" + district);

      assertThat(all)
          .hasSize(count)
          .allMatch(item -> item.get("district").asString().equals(district))
          .allMatch(item -> item.get("distanceMetres").isNull())
          .isSortedAccordingTo(Comparator.comparing(item -> item.get("name").asString()));
    }

    @Test
    void givesTheNearestOfADistrict() {
      List<JsonNode> found = get(NEAR + "&limit=5&district=460205").items();

      assertThat(found)
          .hasSize(5)
          .allMatch(item -> item.get("district").asString().equals("460205"))
          .isSortedAccordingTo(
              Comparator.comparingLong(item -> item.get("distanceMetres").asLong()));
    }

    @Test
    void tellsWhoeverAsksTheHoursOfEachDayOfOneStation() {
      JsonNode station = get(STATIONS + "/st-001").json();

      assertThat(station.propertyNames())
          .contains("name", "point", "hours", "facilities", "address", "openNow")
          .doesNotContain("checkInCode");
      assertThat(station.get("hours"))
          .isNotEmpty()
          .allSatisfy(opening -> {
            assertThat(opening.get("days")).isNotEmpty();
            assertThat(opening.get("opens").asString()).matches("\\d\\d:\\d\\d");
            assertThat(opening.get("closes").asString()).matches("\\d\\d:\\d\\d");
          });
    }

    @Test
    void givesOneStationWithATag() {
      Answer answer = get(STATIONS + "/st-001");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().get("synthetic").asBoolean()).isTrue();
      Answer same =
          send(
              request("", STATIONS + "/st-001")
                  .header("If-None-Match", answer.header("ETag"))
                  .build());
      assertThat(same.status()).isEqualTo(304);
      assertThat(get(STATIONS + "/nowhere").status()).isEqualTo(404);
    }
  }

  @Nested
  class WithBadInput {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "near=18.2208,109.5180|near OUT_OF_RANGE",
          "near=181,18|near OUT_OF_RANGE",
          "near=109|near PATTERN",
          "near=109,18,1|near PATTERN",
          "near=NaN,18|near PATTERN",
          "near=Infinity,18|near PATTERN",
          "near=0x1p3,18|near PATTERN",
          "near=1e2,18|near PATTERN",
          "near=a,b|near PATTERN",
          "near=|near PATTERN",
          "near=%7B%22%24gt%22%3A1%7D,1|near PATTERN",
          "near=109.5,18.2&near=109.5,18.2|near PATTERN",
          "near=109.5,18.2&crs=BD09|crs NOT_ALLOWED",
          "near=109.5,18.2&radius=0|radius OUT_OF_RANGE",
          "near=109.5,18.2&radius=-1|radius OUT_OF_RANGE",
          "near=109.5,18.2&radius=far|radius OUT_OF_RANGE",
          "near=109.5,18.2&radius=99999999999|radius OUT_OF_RANGE",
          "radius=100|radius NOT_ALLOWED",
          "limit=0|limit OUT_OF_RANGE",
          "limit=101|limit OUT_OF_RANGE",
          "limit=1.5|limit OUT_OF_RANGE",
          "limit=|limit OUT_OF_RANGE",
          "kind=PALACE|kind NOT_ALLOWED",
          "kind=warm_new|kind NOT_ALLOWED",
          "facility=POOL|facility NOT_ALLOWED",
          "district=|district PATTERN",
          "district=%E5%90%89%E9%98%B3|district PATTERN",
          "district=46020|district PATTERN",
          "district=%7B%22%24ne%22%3A1%7D|district PATTERN",
          "openNow=1|openNow NOT_ALLOWED",
          "cursor=abc|cursor PATTERN",
        })
    void namesTheParameterThatIsWrong(String query, String error) {
      Answer answer = get(STATIONS + "?" + query);

      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.errors()).containsExactly(error);
    }

    @Test
    void namesAllOfThemAtOnce() {
      Answer answer = get(STATIONS + "?near=x&crs=x&radius=x&kind=x&facility=x&openNow=x&limit=x");

      assertThat(answer.errors())
          .extracting(error -> error.split(" ")[0])
          .containsExactlyInAnyOrder(
              "near", "crs", "radius", "kind", "facility", "openNow", "limit");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
      String cursor = get(NEAR).json().get("next").asString();

      assertThat(get(STATIONS + "?cursor=" + cursor).errors()).containsExactly("cursor PATTERN");
    }
  }

  /** A cursor says where a list goes on, and means nothing in another list. */
  @Nested
  class WithACursor {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "near=109.5181,18.2208|near=109.5180,18.2208",
          "near=109.5180,18.2208&crs=GCJ02|near=109.5180,18.2208",
          "near=109.5180,18.2208&radius=9001|near=109.5180,18.2208&radius=9000",
          "near=109.5180,18.2208|near=109.5180,18.2208&radius=9000",
          "near=109.5180,18.2208&kind=WARM_NEW|near=109.5180,18.2208",
          "near=109.5180,18.2208&kind=WARM_NEW|near=109.5180,18.2208&kind=UNION",
          "near=109.5180,18.2208&facility=WIFI|near=109.5180,18.2208",
          "near=109.5180,18.2208&facility=WIFI|near=109.5180,18.2208&facility=WIFI&facility=TOILET",
          "near=109.5180,18.2208&district=460203|near=109.5180,18.2208",
          "near=109.5180,18.2208&openNow=true|near=109.5180,18.2208",
          "kind=UNION|kind=WARM_NEW",
          "district=460203|district=460202",
          "openNow=true|openNow=false",
        })
    void refusesItInAnyOtherSearch(String other, String search) {
      clock.set(Instant.parse("2026-11-24T04:00:00Z"));
      String next = get(STATIONS + "?limit=1&" + search).json().get("next").asString();

      Answer answer = get(STATIONS + "?limit=1&" + other + "&cursor=" + next);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errors()).containsExactly("cursor PATTERN");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "near=109.5180,18.2208|near=109.518,18.22080",
          "near=109.5180,18.2208|near=109.5180,18.2208&crs=WGS84",
          "near=109.5180,18.2208&facility=WIFI&facility=TOILET"
              + "|near=109.5180,18.2208&facility=TOILET&facility=WIFI&facility=WIFI",
          "kind=UNION|kind=UNION&openNow=false",
        })
    void takesItInTheSameSearchHoweverItIsWrittenAndHoweverLongThePage(String search, String same) {
      String next = get(STATIONS + "?limit=1&" + search).json().get("next").asString();

      Answer answer = get(STATIONS + "?limit=3&" + same + "&cursor=" + next);

      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(answer.ids()).isEqualTo(get(STATIONS + "?limit=4&" + search).ids().subList(1, 4));
    }
  }

  /** The sample's stations; other tests may have registered more. */
  private List<JsonNode> everyPage(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = get(path + cursor);
      assertThat(page.status()).as(page.toString()).isEqualTo(200);
      page.items().stream().filter(item -> item.get("synthetic").asBoolean()).forEach(items::add);
      JsonNode next = page.json().get("next");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    return items;
  }

  private static Wgs84 place(JsonNode item) {
    JsonNode coordinates = item.get("point").get("coordinates");
    return new Wgs84(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
  }
}
