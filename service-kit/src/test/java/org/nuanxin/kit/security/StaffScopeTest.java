package org.nuanxin.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffScopeTest {

  private static final String FEDERATION = "460200";
  private static final List<String> PATH = List.of(FEDERATION, "460203", "460203100001");

  @ParameterizedTest
  @EnumSource(names = {"REVIEWER", "UNION_ADMIN"})
  void holdsUnionStaffToTheirSubtrees(Role role) {
    assertThat(StaffScope.sees(caller(role, "460203100001"), PATH)).isTrue();
    assertThat(StaffScope.sees(caller(role, "other", "460203"), PATH)).isTrue();
    assertThat(StaffScope.sees(caller(role, FEDERATION), PATH)).isTrue();
    assertThat(StaffScope.sees(caller(role, "460204", "46020"), PATH)).isFalse();
    assertThat(StaffScope.sees(caller(role), PATH)).isFalse();
    assertThat(StaffScope.sees(caller(role, "460203"), List.of())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"FEDERATION_ADMIN", "AUDITOR"})
  void letsTheFederationSeeEverybody(Role role) {
    assertThat(StaffScope.sees(caller(role), List.of())).isTrue();
    assertThat(StaffScope.seesAll(caller(role))).isTrue();
  }

  @Test
  void letsUnionStaffAtTheRootSeeEverybody() {
    assertThat(StaffScope.seesAll(caller(Role.REVIEWER, FEDERATION))).isTrue();
    assertThat(StaffScope.sees(caller(Role.REVIEWER, FEDERATION), List.of())).isTrue();
    assertThat(StaffScope.seesAll(caller(Role.REVIEWER, "460203"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"REVIEWER", "UNION_ADMIN", "FEDERATION_ADMIN", "AUDITOR"},
      mode = EnumSource.Mode.EXCLUDE)
  void showsOtherRolesNobody(Role role) {
    assertThat(StaffScope.sees(caller(role, FEDERATION, "460203"), PATH)).isFalse();
    assertThat(StaffScope.seesAll(caller(role, FEDERATION))).isFalse();
  }

  private static Caller caller(Role role, String... unions) {
    return new Caller("s", FEDERATION, Set.of(role), List.of(unions), null, null);
  }
}
