package org.nuanxin.membership;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.HouseRules;

class ArchitectureTest {

  private static final HouseRules RULES = HouseRules.of("org.nuanxin.membership");

  @Test
  void keepsTheHouseRules() {
    RULES.check();
  }

  @Test
  void keepsTheModelFree() {
    RULES.checkModel(
        List.of(
            "org.nuanxin.membership.member",
            "org.nuanxin.membership.union",
            "org.nuanxin.membership.calendar",
            "org.nuanxin.membership.timeline"),
        "org.nuanxin.events..");
  }
}
