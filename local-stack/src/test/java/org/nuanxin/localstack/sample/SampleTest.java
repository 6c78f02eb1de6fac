package org.nuanxin.localstack.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

  private static final Path ROOT = Path.of(System.getProperty("nuanxin.root", ".."));

  private static void assertIsAValidIdNumber(String number) {
    assertThat(number).matches("46\\d{15}[0-9X]");
    assertThat(number.charAt(17)).isEqualTo(IdNumbers.checkCharacter(number));
    LocalDate born = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    assertThat(Period.between(born, IdNumbers.AS_OF).getYears()).isBetween(18, 59);
    assertThat(number.substring(14, 17)).isNotEqualTo("000");
  }

  private static void assertIsAMobileNumberOfChina(String phone) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber parsed = numbers.parse(phone, "CN");
      assertThat(numbers.isValidNumberForRegion(parsed, "CN")).as(phone).isTrue();
      assertThat(numbers.getNumberType(parsed)).isEqualTo(PhoneNumberType.MOBILE);
    } catch (NumberParseException e) {
      throw new AssertionError(phone, e);
    }
  }

  @Nested
  class TheRoster {

    private final List<Worker> roster = Roster.load();

    @Test
    void isWhatTheGeneratorMakes() throws IOException {
      assertThat(Files.readString(ROOT.resolve("local-stack/src/main/resources/sample/roster.csv")))
          .isEqualTo(Roster.generate());
      People people = new People();
      assertThat(roster)
          .isEqualTo(LongStream.range(0, People.ROSTER).mapToObj(people::worker).toList());
    }

    @Test
    void hasTwoThousandPeopleWithNumbersOfTheirOwn() {
      assertThat(roster).hasSize(2_000);
      assertThat(roster).extracting(Worker::idNumber).doesNotHaveDuplicates();
      assertThat(roster).extracting(Worker::phone).doesNotHaveDuplicates();
    }

    @Test
    void isValidInEveryRow() {
      Set<String> communities = new HashSet<>(Divisions.load().communityCodes());
      assertThat(roster)
          .allSatisfy(worker -> {
            assertIsAValidIdNumber(worker.idNumber());
            assertIsAMobileNumberOfChina(worker.phone());
            assertThat(worker.name()).matches("[\\p{IsHan}·]{2,20}");
            assertThat(worker.communityCode()).isIn(communities);
            assertThat(worker.language()).isIn("zh-CN", "en");
          });
    }

    @Test
    void hasTheFiveOccupationsAndTheNamesOfThePlace() {
      assertThat(roster.stream().map(Worker::occupation).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(
              "COURIER",
              "FOOD_DELIVERY_RIDER",
              "RIDE_HAILING_DRIVER",
              "TRUCK_DRIVER",
              "LIVE_STREAMER");
      assertThat(roster).filteredOn(worker -> worker.name().startsWith("符")).hasSizeGreaterThan(30);
      assertThat(roster).filteredOn(worker -> worker.name().contains("·")).hasSizeGreaterThan(15);
      assertThat(roster)
          .filteredOn(worker -> worker.name().codePoints().anyMatch(c -> c > 0xffff))
          .isNotEmpty();
      assertThat(roster).filteredOn(worker -> worker.employer() != null).hasSizeGreaterThan(100);
      assertThat(roster).filteredOn(worker -> worker.platforms().isEmpty()).isNotEmpty();
    }
  }

  @Nested
  class MorePeople {

    @ParameterizedTest
    @ValueSource(longs = {0, 2_000, 1_000_000, 200_000_000})
    void areAsValidAndAsDistinctAsTheRoster(long first) {
      People people = new People();
      List<Worker> workers =
          LongStream.range(first, first + 3_000).mapToObj(people::worker).toList();

      assertThat(workers).extracting(Worker::idNumber).doesNotHaveDuplicates();
      assertThat(workers).extracting(Worker::phone).doesNotHaveDuplicates();
      assertThat(workers)
          .allSatisfy(worker -> {
            assertIsAValidIdNumber(worker.idNumber());
            assertIsAMobileNumberOfChina(worker.phone());
          });
    }

    @Test
    void doNotShareANumberWithTheRoster() {
      Set<String> roster = Roster.load().stream().map(Worker::idNumber).collect(Collectors.toSet());

      assertThat(LongStream.range(2_000, 300_000).mapToObj(IdNumbers::of))
          .doesNotHaveDuplicates()
          .noneMatch(roster::contains);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
  void knowsTheCheckCharacterOfTheStandardsExamples(String number) {
    assertThat(IdNumbers.checkCharacter(number)).isEqualTo(number.charAt(17));
  }

  @Nested
  class TheStations {

    private final List<Station> stations = StationPlan.generate();

    @Test
    void areWhatTheGeneratorMakesInBothPlaces() throws IOException {
      String generated = SampleGenerator.stations();
      assertThat(
              Stream.of("local-stack", "stations-service")
                  .map(module -> ROOT.resolve(module + "/src/main/resources/sample/stations.json")))
          .allSatisfy(file -> assertThat(Files.readString(file)).isEqualTo(generated));
    }

    @Test
    void areAsManyOfEachKindAsSanyaHas() {
      assertThat(
              stations.stream()
                  .collect(Collectors.groupingBy(Station::kind, Collectors.counting())))
          .isEqualTo(
              Map.of("WARM_NEW", 220L, "UNION", 100L, "DRIVERS_HOME", 3L, "COURIERS_HOME", 1L));
    }

    @Test
    void standOnLandAndSayThatTheyAreSynthetic() {
      Land land = Land.load();
      assertThat(stations)
          .extracting(Station::id)
          .doesNotHaveDuplicates()
          .allMatch(id -> id.matches("st-\\d{3}"));
      assertThat(stations).extracting(Station::checkInCode).doesNotHaveDuplicates();
      assertThat(stations)
          .allSatisfy(station -> {
            assertThat(
                    land.contains(
                        station.point().coordinates().get(0), station.point().coordinates().get(1)))
                .isTrue();
            assertThat(station.synthetic()).isTrue();
            assertThat(station.district()).matches("46020[2-5]");
            Station.Opening hours = station.hours().getFirst();
            assertThat(LocalTime.parse(hours.opens())).isBefore(LocalTime.parse(hours.closes()));
          });
    }

    @Test
    void haveADriversHomeByTheAirport() {
      assertThat(stations)
          .filteredOn(station -> station.kind().equals("DRIVERS_HOME"))
          .anySatisfy(station -> {
            assertThat(station.point().coordinates().get(0)).isCloseTo(109.412, within(0.01));
            assertThat(station.point().coordinates().get(1)).isCloseTo(18.3029, within(0.01));
          });
    }
  }

  @Test
  void copiesTheDivisionsOfMembershipServiceUnchanged() throws IOException {
    assertThat(ROOT.resolve("local-stack/src/main/resources/sample/source/sanya-divisions.json"))
        .hasSameBinaryContentAs(
            ROOT.resolve("membership-service/src/main/resources/reference/sanya-divisions.json"));
  }

  @Test
  void tellsLandFromSea() {
    Land land = Land.load();
    assertThat(land.contains(109.50, 18.30)).isTrue();
    assertThat(land.contains(109.47, 18.22)).isFalse();
  }
}
