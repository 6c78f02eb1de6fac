package org.nuanxin.localstack.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Places as many stations as Sanya has of each kind on land around its towns. Only the numbers are
 * the city's; every place, name and code is made up.
 */
final class StationPlan {

  private static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
  private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final Random random = new Random(People.SEED);
  private final Land land = Land.load();
  private final Divisions divisions = Divisions.load();
  private final Set<String> codes = new TreeSet<>();
  private final List<Station> stations = new ArrayList<>();

  private StationPlan() {}

  static List<Station> generate() {
    StationPlan plan = new StationPlan();
    for (StationKind kind : StationKind.values()) {
      for (int i = 1; i <= kind.count(); i++) {
        plan.place(kind, kind.town(i).orElseGet(plan::anyTown), i);
      }
    }
    return plan.stations;
  }

  private Town anyTown() {
    int place = random.nextInt(Town.ALL.stream().mapToInt(Town::weight).sum());
    for (Town town : Town.ALL) {
      place -= town.weight();
      if (place < 0) {
        return town;
      }
    }
    return Town.ALL.getLast();
  }

  private void place(StationKind kind, Town town, int ordinal) {
    String host = kind.hosts().get(random.nextInt(kind.hosts().size()));
    stations.add(
        new Station(
            String.format(Locale.ROOT, "st-%03d", stations.size() + 1),
            String.format(Locale.ROOT, "%s%s%s%d号（示例）", town.name(), host, kind.title(), ordinal),
            kind.name(),
            town.district(),
            pointIn(town),
            String.format(
                Locale.ROOT,
                "三亚市%s%s示例路%d号（合成数据）",
                divisions.districtName(town.district()),
                town.name(),
                1 + random.nextInt(300)),
            facilities(kind),
            hours(kind),
            code(),
            true));
  }

  private Station.Point pointIn(Town town) {
    while (true) {
      double longitude = town.longitude() + random.nextGaussian() * town.spread();
      double latitude = town.latitude() + random.nextGaussian() * town.spread();
      if (land.contains(longitude, latitude)) {
        return Station.Point.of(longitude, latitude);
      }
    }
  }

  private List<String> facilities(StationKind kind) {
    List<String> all = new ArrayList<>(kind.always());
    for (String facility : kind.sometimes()) {
      if (random.nextInt(5) < 2) {
        all.add(facility);
      }
    }
    return List.copyOf(all);
  }

  private List<Station.Opening> hours(StationKind kind) {
    int opens = kind.opensAt() + random.nextInt(2);
    int closes = kind.closesAt() - random.nextInt(3);
    String from = String.format(Locale.ROOT, "%02d:00", opens);
    String to = String.format(Locale.ROOT, "%02d:30", closes);
    boolean restsOnWeekends = kind.mayRest() && random.nextInt(5) == 0;
    return restsOnWeekends
        ? List.of(new Station.Opening(DAYS.subList(0, 5), from, to))
        : List.of(new Station.Opening(DAYS, from, to));
  }

  private String code() {
    StringBuilder code = new StringBuilder(6);
    while (code.length() < 6) {
      code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
    }
    return codes.add(code.toString()) ? code.toString() : code();
  }
}
