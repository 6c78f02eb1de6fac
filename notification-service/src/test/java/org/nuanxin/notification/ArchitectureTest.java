package org.nuanxin.notification;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.HouseRules;

class ArchitectureTest {

  private static final HouseRules RULES = HouseRules.of("org.nuanxin.notification");

  @Test
  void keepsTheHouseRules() {
    RULES.check();
  }

  @Test
  void keepsTheInboxFree() {
    RULES.checkModel(List.of("org.nuanxin.notification.message"), "org.nuanxin.events..");
  }

  @Test
  void keepsTextsAndSmsFree() {
    RULES.checkModel(
        List.of("org.nuanxin.notification.template", "org.nuanxin.notification.sms"),
        "org.nuanxin.notification.message",
        "org.nuanxin.kit.bundle");
  }
}
