package org.nuanxin.kit.pii;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+8613800138000",
        "+86 138 0013 8000",
        "+86-138-0013-8000",
        "(+86) 13800138000",
        "8613800138000",
        "008613800138000",
        "0086 138 0013 8000",
        "１３８００１３８０００",
        "＋８６１３８００１３８０００",
        " 13800138000 ",
      })
  void readsEveryUsualForm(String text) {
    assertThat(PhoneNumbers.toE164(text)).contains("+8613800138000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1380013800",
        "138001380000",
        "12800138000",
        "010-12345678",
        "0898-88888888",
        "400-800-8000",
        "110",
        "+85291234567",
        "+14155552671",
        "13800138000 ext. 5",
        "13800138000#5",
        "13800138000;ext=5",
        "tel:13800138000",
        "1380013800O",
        "138001380ZZ",
        "{\"$ne\":null}",
        "+86138001380001111111111111111111111111",
        "13800138000\n13800138001"
      })
  void takesNothingElse(String text) {
    assertThat(PhoneNumbers.toE164(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13012345678",
        "14712345678",
        "15012345678",
        "16612345678",
        "17712345678",
        "18912345678",
        "19912345678"
      })
  void knowsTheOperatorsRanges(String text) {
    assertThat(PhoneNumbers.toE164(text)).contains("+86" + text);
  }
}
