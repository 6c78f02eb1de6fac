package org.nuanxin.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.stations.station.Gcj02;
import org.nuanxin.stations.station.Wgs84;

class KeepRegisterTest extends RunningService {

  private static final String ADMIN = TestTokens.staff(Role.FEDERATION_ADMIN);
  private static final String BODY =
      """
      {"name":"榆林·暖新驿站𠮷","kind":"WARM_NEW","crs":"WGS84",
       "point":{"type":"Point","coordinates":[109.55,18.23]},
       "facilities":["WIFI","WIFI","TOILET"],
       "hours":[{"days":["MONDAY"],"opens":"22:00","closes":"02:00"}],
       "address":"榆林示例路1号","district":"460203","communityCode":null,"checkInCode":"ABC234"}
      """;

  @Nested
  class Registering {

    @Test
    void storesOneStationHoweverOftenTheKeyComes() {
      String key = UUID.randomUUID().toString();

      Answer first = create(ADMIN, key, BODY);
      Answer again = create(ADMIN, key, BODY);

      assertThat(first.status()).as(first.toString()).isEqualTo(201);
      assertThat(again.json()).isEqualTo(first.json());
      assertThat(first.json().get("checkInCode").asString()).isEqualTo("ABC234");
      Answer read = get(first.header("Location"));
      assertThat(read.json().get("name").asString()).isEqualTo("榆林·暖新驿站𠮷");
      assertThat(read.json().get("facilities")).hasSize(2);
      assertThat(read.response().body()).doesNotContain("ABC234");
    }

    @Test
    void refusesTheKeyForAnotherBody() {
      String key = UUID.randomUUID().toString();
      create(ADMIN, key, BODY);

      assertThat(create(ADMIN, key, BODY.replace("ABC234", "ABC235")).status()).isEqualTo(422);
    }

    @Test
    void needsAKey() {
      assertThat(post(ADMIN, STATIONS, BODY).errors()).containsExactly("Idempotency-Key REQUIRED");
    }

    @Test
    void storesInWgs84WhatWasGivenInGcj02() {
      Wgs84 place = new Wgs84(109.55, 18.23);
      Gcj02 shifted = Gcj02.of(place);
      String body =
          BODY.replace("WGS84", "GCJ02")
              .replace("109.55,18.23", shifted.longitude() + "," + shifted.latitude());

      Answer answer = create(ADMIN, UUID.randomUUID().toString(), body);

      var coordinates = answer.json().get("station").get("point").get("coordinates");
      assertThat(coordinates.get(0).asDouble()).isCloseTo(109.55, within(1e-6));
      assertThat(coordinates.get(1).asDouble()).isCloseTo(18.23, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "\"榆林·暖新驿站𠮷\"|\"\"|name REQUIRED",
          "\"榆林·暖新驿站𠮷\"|null|name REQUIRED",
          "\"榆林·暖新驿站𠮷\"|\"a\\u0000b\"|name PATTERN",
          "\"榆林·暖新驿站𠮷\"|{\"$gt\":\"\"}|name WRONG_TYPE",
          "\"WARM_NEW\"|\"PALACE\"|kind NOT_ALLOWED",
          "\"WARM_NEW\"|null|kind REQUIRED",
          "\"WGS84\"|null|crs REQUIRED",
          "\"WGS84\"|\"BD09\"|crs NOT_ALLOWED",
          "109.55,18.23|18.23,109.55|point.coordinates OUT_OF_RANGE",
          "109.55,18.23|109.55|point.coordinates PATTERN",
          "109.55,18.23|2.35,48.85|point.coordinates OUT_OF_RANGE",
          "\"Point\"|\"Polygon\"|point.type NOT_ALLOWED",
          "\"22:00\"|\"25:00\"|hours[0].opens PATTERN",
          "\"02:00\"|\"22:00\"|hours[0] OUT_OF_RANGE",
          "[\"MONDAY\"]|[]|hours[0].days REQUIRED",
          "\"460203\"|\"46\"|district PATTERN",
          "\"ABC234\"|\"short\"|checkInCode PATTERN",
          "\"榆林示例路1号\"|\" \"|address REQUIRED",
          "\"communityCode\"|\"communityCodes\"|communityCodes UNKNOWN_FIELD",
        })
    void namesTheFieldThatIsWrong(String right, String wrong, String error) {
      Answer answer = create(ADMIN, UUID.randomUUID().toString(), BODY.replace(right, wrong));

      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.errors()).containsExactly(error);
    }
  }

  @Nested
  class Changing {

    @Test
    void letsOneOfTwoWhoSawTheSameVersionWin() {
      Answer created = create(ADMIN, UUID.randomUUID().toString(), BODY);
      String path = created.header("Location");
      String tag = get(path).header("ETag");

      List<Integer> statuses =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> put(ADMIN, path, tag, BODY.replace("示例路1号", "示例路" + i + "号")).status())
              .toList();

      assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
      assertThat(get(path).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void needsToKnowWhatTheCallerHasSeen() {
      String path = create(ADMIN, UUID.randomUUID().toString(), BODY).header("Location");

      assertThat(put(ADMIN, path, "", BODY).status()).isEqualTo(428);
      assertThat(put(ADMIN, path, "\"none\"", BODY).status()).isEqualTo(412);
      assertThat(put(ADMIN, STATIONS + "/nowhere", "\"1c\"", BODY).status()).isEqualTo(404);
    }

    @Test
    void takesAStarForWhateverVersionIsThere() {
      String path = create(ADMIN, UUID.randomUUID().toString(), BODY).header("Location");
      String tag = get(path).header("ETag");

      assertThat(put(ADMIN, path, "*", BODY).status()).isEqualTo(200);
      assertThat(put(ADMIN, path, " * ", BODY).status()).isEqualTo(200);
      assertThat(get(path).header("ETag")).isNotEqualTo(tag);
      assertThat(put(ADMIN, path, tag, BODY).status()).isEqualTo(412);
      assertThat(put(ADMIN, path, "\"*\"", BODY).status()).isEqualTo(412);
      assertThat(put(ADMIN, STATIONS + "/nowhere", "*", BODY).status()).isEqualTo(404);
    }

    @Test
    void letsNoneOfThoseWhoSendAStarFailForAnotherWhoWasFirst() {
      String path = create(ADMIN, UUID.randomUUID().toString(), BODY).header("Location");

      List<Long> versions =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> put(ADMIN, path, "*", BODY))
              .map(answer -> answer.status() == 200 ? answer.json().get("version").asLong() : -1)
              .sorted()
              .toList();

      assertThat(versions).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void letsAKeeperChangeTheOwnStationOnly() {
      String path = create(ADMIN, UUID.randomUUID().toString(), BODY).header("Location");
      String id = path.substring(path.lastIndexOf('/') + 1);
      String tag = get(path).header("ETag");

      assertThat(put(TestTokens.keeper("st-001"), path, tag, BODY).status()).isEqualTo(403);
      assertThat(put(TestTokens.keeper(id), path, tag, BODY).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"FEDERATION_ADMIN", "STATION_KEEPER"},
        mode = EnumSource.Mode.EXCLUDE)
    void isForTheFederationAndTheKeeperAlone(Role role) {
      String path = create(ADMIN, UUID.randomUUID().toString(), BODY).header("Location");
      String tag = get(path).header("ETag");

      assertThat(put(TestTokens.staff(role), path, tag, BODY).status()).isEqualTo(403);
      assertThat(get(path).header("ETag")).isEqualTo(tag);
    }

    @Test
    void hidesStationsOfOtherFederations() {
      String path = create(ADMIN, UUID.randomUUID().toString(), BODY).header("Location");
      String tag = get(path).header("ETag");

      assertThat(put(TestTokens.staffOf("460100", Role.FEDERATION_ADMIN), path, tag, BODY).status())
          .isEqualTo(404);
    }
  }

  @Nested
  class WithoutTheRight {

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "FEDERATION_ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void refusesOtherRoles(Role role) {
      String key = UUID.randomUUID().toString();

      assertThat(create(TestTokens.staff(role), key, BODY).status()).isEqualTo(403);
    }

    @Test
    void refusesWhoIsNotKnown() {
      String key = UUID.randomUUID().toString();

      assertThat(create("", key, BODY).status()).isEqualTo(401);
      assertThat(create(TestTokens.forged("13800138000"), key, BODY).status()).isEqualTo(401);
    }

    @Test
    void closesWhatNobodyOpened() {
      assertThat(send(request("", STATIONS + "/st-001").DELETE().build()).status()).isEqualTo(401);
      assertThat(send(request(ADMIN, STATIONS + "/st-001").DELETE().build()).status())
          .isEqualTo(403);
      assertThat(get("/api/v1/other").status()).isEqualTo(401);
    }

    @Test
    void describesItsApiToEveryone() {
      assertThat(get("/v3/api-docs").json().get("paths").propertyNames())
          .contains("/api/v1/stations", "/api/v1/stations/{id}", "/api/v1/stations/{id}/visits");
    }
  }
}
