package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.membership.Worker;

class IdNumberTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void takesTheExampleOfTheStandard() {
    assertThat(IdNumber.faultOf("11010519491231002X", TODAY)).isEmpty();
    assertThat(IdNumber.faultOf(IdNumber.normalise(" 11010519491231002x "), TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "20101124, ''",
    "20101125, TOO_YOUNG",
    "20261124, TOO_YOUNG",
    "20261125, DATE",
    "19051125, ''",
    "19051124, TOO_OLD",
    "20000229, ''",
    "20010229, DATE",
    "00000000, DATE"
  })
  void judgesTheDateOfBirth(String birth, String fault) {
    assertThat(
            IdNumber.faultOf(Worker.idNumber("460200", birth, 7), TODAY).map(Enum::name).orElse(""))
        .isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "810000, ''",
    "820000, ''",
    "830000, ''",
    "460000, REGION",
    "110000, REGION",
    "840000, REGION",
    "990101, REGION"
  })
  void takesARegionWithoutACountyOnlyOfHongKongMacaoAndTaiwan(String region, String fault) {
    assertThat(
            IdNumber.faultOf(Worker.idNumber(region, "19900307", 7), TODAY)
                .map(Enum::name)
                .orElse(""))
        .isEqualTo(fault);
  }

  @Test
  void findsAnyOneWrongDigit() {
    String right = "11010519491231002X";
    for (int place = 14; place < 17; place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != right.charAt(place)) {
          String wrong = right.substring(0, place) + digit + right.substring(place + 1);
          assertThat(IdNumber.faultOf(wrong, TODAY)).contains(IdNumber.Fault.CHECK_DIGIT);
        }
      }
    }
  }
}
