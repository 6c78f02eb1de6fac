package org.nuanxin.membership.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.membership.reference.ReferenceData;

class CommunitySearchTest {

  private final UnionTree tree = ReferenceData.unionTree();
  private final CommunitySearch search = new CommunitySearch(tree.communities());

  @ParameterizedTest
  @CsvSource({
    "yongning, 永宁社区居委会",
    "YongNing, 永宁社区居委会",
    "yong ning, 永宁社区居委会",
    "yong'ning she qu, 永宁社区居委会",
    "yong3ning2, 永宁社区居委会",
    "yǒngníng, 永宁社区居委会",
    "ｙｏｎｇｎｉｎｇ, 永宁社区居委会",
    "ynsq, 永宁社区居委会",
    "yonn, 永宁社区居委会",
    "lht, 鹿回头社区居委会",
    "luhuitou, 鹿回头社区居委会",
    "sgl, 三公里村委会",
    "chaoyang, 朝阳社区居委会",
    "zhaoyang, 朝阳社区居委会",
    "bin lang, 槟榔村委会"
  })
  void findsByPinyin(String typed, String name) {
    assertThat(names(typed)).startsWith(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"永宁", "永 宁", "永宁社区", "永宁社区居委会", "460202198001"})
  void findsByCharactersAndCode(String typed) {
    assertThat(names(typed)).startsWith("永宁社区居委会");
  }

  @ParameterizedTest
  @ValueSource(strings = {"吉阳", "吉阳区", "jiyang", "jy", "ji yang qu"})
  void findsAWholeDistrictByItsName(String typed) {
    assertThat(search.find(typed))
        .filteredOn(each -> each.within().name().equals("吉阳区"))
        .hasSize(
            (int)
                tree.communities().stream()
                    .filter(each -> each.district().equals("460203"))
                    .count());
  }

  @Nested
  class Ranks {

    @Test
    void theNameItselfBeforeNamesThatBeginSo() {
      assertThat(names("港门")).startsWith("港门村委会", "港门村社区居委会");
    }

    @Test
    void whatBeginsSoBeforeWhatHoldsIt() {
      assertThat(names("南")).containsSubsequence("南田居居委会", "水南村委会");
      assertThat(names("新村")).containsSubsequence("新村社区居委会", "林新村委会");
    }

    @Test
    void pinyinThatBeginsSoBeforePinyinThatHoldsIt() {
      assertThat(names("xincun")).containsSubsequence("新村社区居委会", "林新村委会");
    }

    @Test
    void theDistrictLast() {
      List<String> found = names("海棠");

      assertThat(found).startsWith("海棠村委会").contains("永宁社区居委会");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"$ne", "jiyang$", "zzzz", "0000000", "永宁jy", ".*", "居委会居委会"})
  void findsNothingByWhatIsNoName(String typed) {
    assertThat(search.find(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000"})
  void showsAllWhereNothingIsTyped(String typed) {
    assertThat(search.find(typed)).hasSize(150);
  }

  @Test
  void knowsHowEveryNameIsSpoken() {
    assertThat(tree.communities())
        .allSatisfy(each -> {
          assertThat(each.pinyin().syllables()).hasSize(each.shortName().length());
          assertThat(each.pinyin().syllables())
              .allSatisfy(readings ->
                  assertThat(readings).isNotEmpty().allMatch(it -> it.matches("[a-z]+")));
        });
  }

  private List<String> names(String typed) {
    return search.find(typed).stream().map(Community::name).toList();
  }
}
