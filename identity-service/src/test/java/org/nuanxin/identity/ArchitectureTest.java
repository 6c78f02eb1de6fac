package org.nuanxin.identity;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.testing.HouseRules;

class ArchitectureTest {

  private static final HouseRules RULES = HouseRules.of("org.nuanxin.identity");

  @Test
  void keepsTheHouseRules() {
    RULES.check();
  }

  /** Each part of the model knows only itself: not even the others. */
  @ParameterizedTest
  @ValueSource(strings = {"budget", "code", "key", "session", "staff"})
  void keepsTheModelFree(String part) {
    RULES.checkModel(List.of("org.nuanxin.identity." + part), "javax.crypto..");
  }
}
