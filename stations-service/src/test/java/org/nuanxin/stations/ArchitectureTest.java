package org.nuanxin.stations;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.HouseRules;

class ArchitectureTest {

  private static final HouseRules RULES = HouseRules.of("org.nuanxin.stations");

  @Test
  void keepsTheHouseRules() {
    RULES.check();
  }

  @Test
  void keepsTheRegisterFree() {
    RULES.checkModel(List.of("org.nuanxin.stations.station"));
  }

  @Test
  void keepsVisitsFree() {
    RULES.checkModel(
        List.of("org.nuanxin.stations.visit"),
        "org.nuanxin.events..",
        "org.nuanxin.stations.station");
  }
}
