package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a decision tells its applicant, in one text. */
class StepTest {

  private static final List<FieldReason> TWO =
      List.of(new FieldReason("name", "和证件不一致"), new FieldReason("idNumber", "最后一位看不清"));

  @Nested
  class AReturn {

    private static Step returned(String reason, List<FieldReason> own) {
      return Step.returned(
          MemberFixtures.AT,
          "r",
          new ToCorrect(List.of("name", "idNumber"), reason, own),
          Language.CHINESE);
    }

    @Test
    void keepsTheFieldsReasonsAsItsReasonWhereItHasNoOther() {
      Step step = returned(null, TWO);

      assertThat(step.reason()).isEqualTo("姓名：和证件不一致；身份证号：最后一位看不清");
      assertThat(step.fieldReasons()).isEqualTo(TWO);
    }

    @Test
    void tellsNothingTwice() {
      Step step = returned(null, TWO);

      assertThat(step.told(Language.CHINESE)).isEqualTo(step.reason());
      assertThat(step.told(Language.ENGLISH)).isEqualTo(step.reason());
    }

    @Test
    void tellsItsReasonAndThenTheFields() {
      assertThat(returned("请带证件来", TWO).told(Language.CHINESE))
          .isEqualTo("请带证件来；姓名：和证件不一致；身份证号：最后一位看不清");
      assertThat(returned("See below", TWO).told(Language.ENGLISH))
          .isEqualTo("See below; Name: 和证件不一致; ID number: 最后一位看不清");
    }

    @Test
    void tellsAFieldsReasonThatIsByChancePartOfTheOther() {
      assertThat(returned("写错了", List.of(new FieldReason("name", "错"))).told(Language.CHINESE))
          .isEqualTo("写错了；姓名：错");
    }

    @Test
    void tellsItsReasonAloneWhereNoFieldHasOne() {
      assertThat(returned("看不清", List.of()).told(Language.CHINESE)).isEqualTo("看不清");
    }

    @Test
    void hasAReason() {
      List<String> fields = List.of("name");
      assertThatThrownBy(() -> new ToCorrect(fields, null, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class ARefusal {

    private static Step rejected(RejectionCode code, String reason) {
      return Step.rejected(MemberFixtures.AT, "r", new Rejection(code, reason));
    }

    @ParameterizedTest
    @EnumSource(value = RejectionCode.class, names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
    void saysInTheMembersLanguageWhatACodeMeans(RejectionCode code) {
      Step step = rejected(code, null);

      assertThat(step.reason()).isNull();
      assertThat(step.told(Language.CHINESE)).matches("\\p{IsHan}+");
      assertThat(step.told(Language.ENGLISH)).matches("[\\p{IsLatin} ,]+");
    }

    @Test
    void saysWhatTheReviewerAddsAfterIt() {
      assertThat(rejected(RejectionCode.OUTSIDE_CITY, "请向海口申请").told(Language.CHINESE))
          .isEqualTo("不在本市居住或工作；请向海口申请");
    }

    @Test
    void saysTheReviewersWordsAloneWhereNoCodeFits() {
      assertThat(rejected(RejectionCode.OTHER, "材料不全").told(Language.CHINESE)).isEqualTo("材料不全");
      assertThat(rejected(null, "材料不全").told(Language.CHINESE)).isEqualTo("材料不全");
    }

    @Test
    void hasAReasonUnlessItsCodeSaysWhy() {
      assertThatThrownBy(() -> new Rejection(RejectionCode.OTHER, null))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Rejection(null, null))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
