package org.nuanxin.benefits.grant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantFixtures;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.programme.Programmes;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestProgrammes;

/** A Chinese member's grants, read by somebody who may read English. */
class ContentsTest {

  private static final Instant AT = Instant.parse("2026-11-24T01:05:00Z");
  private static final Optional<String> ENGLISH = Optional.of("en");

  private final Grant insurance = GrantFixtures.issuedInsurance(TestMember.someone(), AT);

  private static Programmes inForce(Programme... all) {
    return new Programmes() {
      @Override
      public Programme get(String code) {
        throw new NoSuchElementException(code);
      }

      @Override
      public List<Programme> all() {
        return List.of(all);
      }
    };
  }

  @Test
  void areToldInTheLanguageAskedFor() {
    Contents contents =
        Contents.in(ENGLISH, insurance, inForce(TestProgrammes.GIFT, TestProgrammes.INSURANCE));

    assertThat(contents).isEqualTo(new Contents("en", List.of("Accident insurance")));
  }

  @Test
  void areToldAsTheyWereWhereNoOtherLanguageIsAskedFor() {
    Programmes programmes = inForce(TestProgrammes.INSURANCE);
    Contents told = new Contents("zh-CN", List.of("意外伤害保险一年"));

    assertThat(Contents.in(Optional.empty(), insurance, programmes)).isEqualTo(told);
    assertThat(Contents.in(Optional.of("zh-CN"), insurance, programmes)).isEqualTo(told);
  }

  @Test
  void areToldAsTheyWereWhereThereAreNoWordsForThem() {
    Grant gift = GrantFixtures.waitingGift(TestMember.someone(), AT);
    Contents told = new Contents("zh-CN", List.of("入会暖心礼包一份", "电影票一张"));

    assertThat(Contents.in(ENGLISH, gift, inForce(TestProgrammes.GIFT))).isEqualTo(told);
    assertThat(Contents.in(ENGLISH, gift, inForce())).isEqualTo(told);
  }

  @Test
  void areNotThoseOfALaterPromise() {
    Programme now = TestProgrammes.INSURANCE;
    Programme later =
        new Programme(
            now.code(),
            2,
            now.period(),
            now.length(),
            now.promise(),
            now.names(),
            Map.of("zh-CN", List.of("意外伤害保险半年"), "en", List.of("Half a year")));

    assertThat(Contents.in(ENGLISH, insurance, inForce(later)))
        .isEqualTo(new Contents("zh-CN", List.of("意外伤害保险一年")));
  }
}
