package org.nuanxin.stations.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Wgs84Test {

  @Test
  void measuresADegreeAlongAMeridian() {
    assertThat(new Wgs84(109.5, 18).metresTo(new Wgs84(109.5, 19))).isCloseTo(111_195, within(1.0));
  }

  @Test
  void measuresNothingToItselfAndHalfTheGlobeToTheOtherSide() {
    assertThat(new Wgs84(109.5, 18).metresTo(new Wgs84(109.5, 18))).isZero();
    assertThat(new Wgs84(0, 0).metresTo(new Wgs84(180, 0))).isCloseTo(20_015_115, within(1.0));
  }

  @Test
  void measuresAcrossTheDateLine() {
    assertThat(new Wgs84(179.9, 0).metresTo(new Wgs84(-179.9, 0))).isCloseTo(22_239, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"180.001, 0", "-180.001, 0", "0, 90.001", "0, -90.001", "NaN, 0", "0, NaN"})
  void refusesWhatIsNotOnTheGlobe(double longitude, double latitude) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Wgs84(longitude, latitude));
  }
}
