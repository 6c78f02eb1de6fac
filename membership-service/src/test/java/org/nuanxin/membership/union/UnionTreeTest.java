package org.nuanxin.membership.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.membership.reference.ReferenceData;

class UnionTreeTest {

  private static final String COMMUNITY = "460202198001";

  private final UnionTree tree = ReferenceData.unionTree();

  @Test
  void hasAUnionForEveryCommunity() {
    assertThat(tree.communities()).hasSize(150);
    assertThat(tree.communities())
        .allSatisfy(community -> {
          assertThat(tree.union(community.code())).isPresent();
          assertThat(tree.isWithin(community.code(), List.of(community.district()))).isTrue();
        });
    assertThat(tree.subtree("460200")).hasSize(1 + 4 + 150 + 5 + 4);
  }

  @ParameterizedTest
  @CsvSource({
    "COURIER, industry-courier",
    "FOOD_DELIVERY_RIDER, industry-food-delivery",
    "RIDE_HAILING_DRIVER, industry-ride-hailing",
    "TRUCK_DRIVER, industry-freight",
    "LIVE_STREAMER, industry-live-streaming"
  })
  void assignsAnOccupationToItsIndustry(Occupation occupation, String union) {
    Assignment assignment = tree.assign(occupation, "某个体户", COMMUNITY);

    assertThat(assignment.union().id()).isEqualTo(union);
    assertThat(assignment.route()).isEqualTo(Route.INDUSTRY);
  }

  @Test
  void tellsTheWayFromTheFederationToEachUnion() {
    assertThat(tree.unions())
        .allSatisfy(union -> {
          assertThat(union.path()).startsWith("460200").endsWith(union.id());
          assertThat(union.path())
              .allMatch(above -> tree.isWithin(union.id(), List.of(above)))
              .doesNotHaveDuplicates();
        });
    assertThat(tree.union("460200").orElseThrow().path()).containsExactly("460200");
    assertThat(tree.union("industry-courier").orElseThrow().path())
        .containsExactly("460200", "industry-courier");
    assertThat(tree.union(COMMUNITY).orElseThrow().path())
        .containsExactly("460200", "460202", COMMUNITY);
    assertThat(tree.assign(Occupation.OTHER, null, COMMUNITY).union().path()).hasSize(3);
  }

  @Test
  void fallsBackOnTheCommunity() {
    Assignment assignment = tree.assign(Occupation.OTHER, null, COMMUNITY);

    assertThat(assignment.union().id()).isEqualTo(COMMUNITY);
    assertThat(assignment.union().name().zh()).isEqualTo("永宁社区工会联合会");
    assertThat(assignment.route()).isEqualTo(Route.COMMUNITY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"三亚海韵示例快运有限公司", " 三亚海韵 示例快运有限公司 ", "三亚海韵示例快运（有限公司）", "三亚海韵·示例快运有限公司"})
  void prefersTheKeyEnterpriseHoweverItIsWritten(String employer) {
    Assignment assignment = tree.assign(Occupation.COURIER, employer, COMMUNITY);

    assertThat(assignment.union().id()).isEqualTo("key-haiyun-express");
    assertThat(assignment.route()).isEqualTo(Route.KEY_ENTERPRISE);
    assertThat(tree.resemblesKeyEnterprise(employer)).isFalse();
  }

  @Test
  void leavesToAHumanWhatIsNearlyAKeyEnterprise() {
    assertThat(tree.resemblesKeyEnterprise("三亚海韵示例快运有限公司吉阳分公司")).isTrue();
    assertThat(tree.resemblesKeyEnterprise("三亚海韵示例快运")).isTrue();
    assertThat(tree.resemblesKeyEnterprise("三亚别的快运有限公司")).isFalse();
    assertThat(tree.resemblesKeyEnterprise(null)).isFalse();
  }

  @Test
  void knowsNoScopeOfAnUnknownRoot() {
    assertThat(tree.isWithin(COMMUNITY, List.of("nowhere"))).isFalse();
    assertThat(tree.subtree("nowhere")).isEmpty();
    assertThat(tree.isWithin("industry-courier", List.of("460202"))).isFalse();
    assertThat(tree.isWithin("industry-courier", List.of("460200"))).isTrue();
  }
}
