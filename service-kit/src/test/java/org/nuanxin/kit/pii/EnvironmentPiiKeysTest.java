package org.nuanxin.kit.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentPiiKeysTest {

  private static final String K16 = "AAECAwQFBgcICQoLDA0ODw==";

  @Test
  void takesTheFirstKeyAsTheCurrentOne() {
    EnvironmentPiiKeys keys = keys("b=" + K16 + ", a=" + K16);

    assertThat(keys.currentCipherKey().id()).isEqualTo("b");
    assertThat(keys.cipherKey("a")).isPresent();
    assertThat(keys.cipherKey("c")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        ",",
        "AAECAwQFBgcICQoLDA0ODw==",
        "=AAECAwQFBgcICQoLDA0ODw==",
        "a=AAEC",
        "a=AAECAwQFBgcICQoLDA0ODxA=",
        "a=not base64!",
        "a.b=AAECAwQFBgcICQoLDA0ODw==",
        "a=AAECAwQFBgcICQoLDA0ODw==,a=AAECAwQFBgcICQoLDA0ODw=="
      })
  void refusesAnythingElseThanNamedKeysOfTheRightLength(String cipherKeys) {
    assertThatThrownBy(() -> keys(cipherKeys)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsNoKeyInItsErrors() {
    assertThatThrownBy(() -> keys("a=SecretSecret*")).hasMessageNotContaining("Secret");
    assertThatThrownBy(() -> keys("a=" + K16 + "AAAA")).hasMessageNotContaining(K16);
  }

  @Test
  void tellsNoKeyWhenPrinted() {
    assertThat(keys("a=" + K16).currentCipherKey()).hasToString("PiiKey[a]");
  }

  private static EnvironmentPiiKeys keys(String cipherKeys) {
    return new EnvironmentPiiKeys(cipherKeys, TestPii.INDEX_KEYS);
  }
}
