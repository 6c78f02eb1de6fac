package org.nuanxin.stations.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Gcj02Test {

  private static final Wgs84 DADONGHAI = new Wgs84(109.5180, 18.2208);

  @Test
  void shiftsAsMapsInChinaDo() {
    // Tian'anmen, a pair of values published with the algorithm.
    Gcj02 shifted = Gcj02.of(new Wgs84(116.391305, 39.905530));

    assertThat(shifted.longitude()).isCloseTo(116.397549, within(1e-5));
    assertThat(shifted.latitude()).isCloseTo(39.906934, within(1e-5));
  }

  @Test
  void shiftsSanyaByHundredsOfMetres() {
    Gcj02 shifted = Gcj02.of(DADONGHAI);

    assertThat(new Wgs84(shifted.longitude(), shifted.latitude()).metresTo(DADONGHAI))
        .isBetween(300.0, 900.0);
  }

  @Test
  void comesBackWithinAMillimetreAllOverChina() {
    Random random = new Random(460200);
    for (int i = 0; i < 10_000; i++) {
      Wgs84 place = new Wgs84(74 + random.nextDouble() * 60.9, 4 + random.nextDouble() * 49.4);

      assertThat(Gcj02.of(place).toWgs84().metresTo(place)).isLessThan(0.001);
    }
  }

  @Test
  void leavesPlacesAbroadWhereTheyAre() {
    Wgs84 paris = new Wgs84(2.3522, 48.8566);

    assertThat(Gcj02.of(paris)).isEqualTo(new Gcj02(2.3522, 48.8566));
    assertThat(new Gcj02(2.3522, 48.8566).toWgs84()).isEqualTo(paris);
  }
}
