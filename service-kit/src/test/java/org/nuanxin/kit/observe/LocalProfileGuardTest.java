package org.nuanxin.kit.observe;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class LocalProfileGuardTest {

  private final MockEnvironment environment = new MockEnvironment();

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.9.9.9"})
  void letsTheLocalProfileStartOnLoopback(String address) {
    environment.setActiveProfiles("local");
    environment.setProperty("server.address", address);

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.10", "no-such-host.invalid", ""})
  void refusesTheLocalProfileOnAnAddressOthersCanReach(String address) {
    environment.setActiveProfiles("local");
    environment.setProperty("server.address", address.isEmpty() ? "0.0.0.0" : address);

    assertThatThrownBy(this::check).hasMessageContaining("server.address");
  }

  @Test
  void refusesTheLocalProfileWithoutAnAddressWhichMeansAllOfThem() {
    environment.setActiveProfiles("local");

    assertThatThrownBy(this::check).hasMessageContaining("server.address");
  }

  @Test
  void refusesAnOpenManagementAddressAsWell() {
    environment.setActiveProfiles("local");
    environment.setProperty("server.address", "127.0.0.1");
    environment.setProperty("management.server.address", "0.0.0.0");

    assertThatThrownBy(this::check).hasMessageContaining("management.server.address");
  }

  @Test
  void caresForNoOtherProfile() {
    environment.setActiveProfiles("production");
    environment.setProperty("server.address", "0.0.0.0");

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void check() {
    new LocalProfileGuard().postProcessEnvironment(environment, new SpringApplication());
  }
}
