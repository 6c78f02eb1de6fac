package org.nuanxin.kit.pii;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

  @ParameterizedTest
  @CsvSource({
    "+8613800138000, 138****8000",
    "13800138000, 138****8000",
    "123456, ******",
    "'', ''"
  })
  void showsOfAPhoneOnlyItsEnds(String phone, String masked) {
    assertThat(Masked.phone(phone)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"460200199001011234, 460***********1234", "46020019900101123X, 460***********123X"})
  void showsOfAnIdNumberNeitherBirthdayNorDistrict(String idNumber, String masked) {
    assertThat(Masked.idNumber(idNumber)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"张三, 张*", "欧阳娜娜, 欧**", "阿依古丽·买买提, 阿**", "𠮷野, 𠮷*", "李, 李*", "'', ''"})
  void showsOfANameItsFirstCharacter(String name, String masked) {
    assertThat(Masked.name(name)).isEqualTo(masked);
  }
}
