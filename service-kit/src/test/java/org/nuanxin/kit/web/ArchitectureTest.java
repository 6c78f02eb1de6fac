package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.HouseRules;

class ArchitectureTest {

  @Test
  void keepsTheHouseRules() {
    HouseRules.of("org.nuanxin.kit").check();
  }

  @Test
  void keepsPersonalDataFreeOfTheWeb() {
    HouseRules.of("org.nuanxin.kit")
        .checkModel(
            List.of("org.nuanxin.kit.pii"),
            "org.bouncycastle..",
            "com.google.i18n.phonenumbers..",
            "org.springframework..");
  }

  @Test
  void noticesARuleAboutNothing() {
    assertThatThrownBy(() -> HouseRules.of("org.nuanxin.nowhere"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() ->
            HouseRules.of("org.nuanxin.kit")
                .checkModel(List.of("org.nuanxin.kit.nowhere"), "org.."))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void noticesAModelThatLeansOnAFramework() {
    assertThatThrownBy(
            () -> HouseRules.of("org.nuanxin.kit").checkModel(List.of("org.nuanxin.kit.web")))
        .hasMessageContaining("org.springframework");
  }
}
