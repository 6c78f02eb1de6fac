package org.nuanxin.membership.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.union.Community;
import org.nuanxin.membership.union.District;
import org.nuanxin.membership.union.KeyEnterprise;
import org.nuanxin.membership.union.Pinyin;
import org.nuanxin.membership.union.Union;
import org.nuanxin.membership.union.UnionTree;
import org.nuanxin.membership.union.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads the reference data of the reference city from the class path. */
public final class ReferenceData {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<Integer> YEARS = List.of(2024, 2025, 2026);

  private ReferenceData() {}

  /** The union tree of Sanya: federation, districts, communities, industries, key enterprises. */
  public static UnionTree unionTree() {
    JsonNode divisions = read("sanya-divisions.json");
    JsonNode named = read("unions.json");
    String federation = named.path("federation").path("id").asString();
    List<Union> unions = new ArrayList<>();
    unions.add(new Union(federation, words(named.path("federation")), Union.Kind.FEDERATION, null));
    Map<String, District> districts = new HashMap<>();
    for (JsonNode each : divisions.path("districts")) {
      District district = new District(text(each, "code"), text(each, "name"), pinyin(each));
      districts.put(district.code(), district);
      unions.add(union(district.code(), district.name(), Union.Kind.DISTRICT, federation));
    }
    List<Community> communities = new ArrayList<>();
    for (JsonNode each : divisions.path("communities")) {
      Community community =
          new Community(
              text(each, "code"),
              text(each, "name"),
              pinyin(each),
              known(districts, text(each, "district")));
      communities.add(community);
      unions.add(
          union(
              community.code(), community.shortName(), Union.Kind.COMMUNITY, community.district()));
    }
    for (JsonNode industry : named.path("industries")) {
      unions.add(new Union(text(industry, "id"), words(industry), Union.Kind.INDUSTRY, federation));
    }
    List<KeyEnterprise> enterprises = new ArrayList<>();
    for (JsonNode each : named.path("keyEnterprises")) {
      unions.add(new Union(text(each, "id"), words(each), Union.Kind.KEY_ENTERPRISE, federation));
      enterprises.add(new KeyEnterprise(text(each, "id"), text(each, "employer")));
    }
    return new UnionTree(unions, communities, enterprises);
  }

  /** The published working days, for a time zone and an end of the working day. */
  public static WorkingCalendar calendar(ZoneId zone, LocalTime endOfDay) {
    Map<Integer, WorkingCalendar.Year> years = new HashMap<>();
    for (int year : YEARS) {
      Set<LocalDate> holidays = new HashSet<>();
      Set<LocalDate> makeUpDays = new HashSet<>();
      for (JsonNode day : read("cn-workdays-" + year + ".json").path("dates")) {
        LocalDate date = LocalDate.parse(text(day, "date"));
        switch (text(day, "type")) {
          case "public_holiday" -> holidays.add(date);
          case "transfer_workday" -> makeUpDays.add(date);
          default -> throw new IllegalStateException("Unknown kind of day: " + date);
        }
      }
      years.put(year, new WorkingCalendar.Year(holidays, makeUpDays));
    }
    return new WorkingCalendar(years, zone, endOfDay);
  }

  /** The consent that is asked for now. */
  public static Consents consents() {
    JsonNode consents = read("consents.json");
    String current = text(consents, "current");
    for (JsonNode version : consents.path("versions")) {
      if (text(version, "version").equals(current)) {
        return new Consents(current, words(version));
      }
    }
    throw new IllegalStateException("The current consent " + current + " has no text");
  }

  private static Union union(String id, String place, Union.Kind kind, String parent) {
    return new Union(id, new Words(place + "工会联合会", "Union federation of " + place), kind, parent);
  }

  private static District known(Map<String, District> districts, String code) {
    District district = districts.get(code);
    if (district == null) {
      throw new IllegalStateException("Reference data lacks the district " + code);
    }
    return district;
  }

  private static Pinyin pinyin(JsonNode node) {
    return Pinyin.of(text(node, "pinyin"));
  }

  private static Words words(JsonNode node) {
    return new Words(text(node, "zh"), text(node, "en"));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isString()) {
      throw new IllegalStateException("Reference data lacks " + field);
    }
    return value.asString();
  }

  private static JsonNode read(String file) {
    try (InputStream in = ReferenceData.class.getResourceAsStream("/reference/" + file)) {
      if (in == null) {
        throw new IllegalStateException("Reference data is missing: " + file);
      }
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
