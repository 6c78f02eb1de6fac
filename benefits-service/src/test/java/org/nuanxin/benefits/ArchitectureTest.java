package org.nuanxin.benefits;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.HouseRules;

class ArchitectureTest {

  private static final HouseRules RULES = HouseRules.of("org.nuanxin.benefits");

  @Test
  void keepsTheHouseRules() {
    RULES.check();
  }

  @Test
  void keepsTheModelFree() {
    RULES.checkModel(
        List.of(
            "org.nuanxin.benefits.grant",
            "org.nuanxin.benefits.programme",
            "org.nuanxin.benefits.stock",
            "org.nuanxin.benefits.parallel"),
        "org.nuanxin.events..",
        "org.nuanxin.kit.event..",
        "org.nuanxin.kit.consume..");
  }
}
