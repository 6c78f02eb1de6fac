package org.nuanxin.membership.member.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.FieldReason;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MemberFixtures;
import org.nuanxin.membership.member.Rejection;
import org.nuanxin.membership.member.RejectionCode;
import org.nuanxin.membership.member.Step;
import org.nuanxin.membership.member.ToCorrect;

class ApplicationFormTest {

  private final Member member = MemberFixtures.withoutRecorded(MemberFixtures.inReview());

  private Application again(Application application) {
    return ApplicationForm.read(member.id(), ApplicationForm.write(application));
  }

  @Test
  void givesBackEachFieldsReason() {
    Application returned =
        member
            .returnFor(
                "staff:r",
                new ToCorrect(
                    List.of("name", "employer"),
                    "请更正",
                    List.of(new FieldReason("employer", "名称不一致"))),
                MemberFixtures.AT)
            .current();

    assertThat(again(returned)).isEqualTo(returned);
    assertThat(again(returned).history().getLast().fieldReasons())
        .containsExactly(new FieldReason("employer", "名称不一致"));
  }

  @Test
  void givesBackTheCodeOfARefusal() {
    Application rejected =
        member
            .reject(
                "staff:r", new Rejection(RejectionCode.DUPLICATE_PERSON, null), MemberFixtures.AT)
            .current();

    assertThat(again(rejected)).isEqualTo(rejected);
    assertThat(again(rejected).history().getLast().code())
        .isEqualTo(RejectionCode.DUPLICATE_PERSON);
  }

  @Test
  void readsWhatWasStoredBeforeThereWereEither() {
    Application returned =
        member
            .returnFor("staff:r", ToCorrect.of(List.of("employer"), "名称不一致"), MemberFixtures.AT)
            .current();
    // As an earlier release wrote it.
    BsonDocument stored =
        BsonDocument.parse(
            """
            {"o": 1, "s": "RETURNED", "u": "industry-courier", "r": "INDUSTRY",
             "d": {"oc": "COURIER", "pl": ["示例速递"], "em": "某个体户", "co": "460202198001",
                   "cv": "2026-01", "la": "zh-CN"},
             "t": {"$date": "2026-11-24T01:05:00Z"}, "rv": true,
             "q": {"$date": "2026-11-24T01:05:00Z"},
             "st": [
               {"t": {"$date": "2026-11-24T01:05:00Z"}, "by": "applicant", "a": "SUBMITTED"},
               {"t": {"$date": "2026-11-24T01:05:00Z"}, "by": "rules", "a": "SENT_TO_REVIEW",
                "r": "MANUAL_REVIEW"},
               {"t": {"$date": "2026-11-24T01:05:00Z"}, "by": "staff:r", "a": "RETURNED",
                "r": "名称不一致", "f": ["employer"]}],
             "rf": ["employer"]}
            """);

    Application read = ApplicationForm.read(member.id(), stored);

    assertThat(read).isEqualTo(returned);
    assertThat(read.history()).allSatisfy(step -> assertThat(step.fieldReasons()).isEmpty());
    assertThat(read.history()).extracting(Step::code).containsOnlyNulls();
    assertThat(ApplicationForm.write(returned)).isEqualTo(stored);
  }
}
