package org.nuanxin.membership.timeline;

import java.util.Map;
import org.nuanxin.membership.union.Words;

/** What a timeline says, in the languages of the product. */
final class Wording {

  static final Words SUBMITTED = new Words("已提交入会申请", "Application submitted");
  static final Words RESUBMITTED = new Words("已更正并重新提交", "Corrected and submitted again");
  static final Words RETURNED = new Words("申请被退回，请更正", "Given back for correction");
  static final Words APPROVED = new Words("入会申请已通过", "Application approved");
  static final Words REJECTED = new Words("入会申请未通过", "Application not approved");
  static final Words WITHDRAWN = new Words("已撤回申请", "Application withdrawn");
  static final Words REVIEW = new Words("工会审核", "Review by the union");
  static final Words JOINED = new Words("已成为工会会员", "You are a union member");
  static final Words LEFT = new Words("已退会", "You left the union");
  static final Words LATE =
      new Words("办理比预期慢，系统仍在自动处理。", "It takes longer than expected; it is still being worked on.");
  static final Words REVIEW_LATE =
      new Words("审核超过了预期时间，工会会尽快处理。", "The review takes longer than expected.");

  private static final Map<String, Words> PROGRAMMES =
      Map.of(
          "ACCIDENT_INSURANCE", new Words("意外伤害保险", "Accident insurance"),
          "HEALTH_CHECK", new Words("免费健康体检", "Free health check"),
          "WELCOME_GIFT", new Words("入会礼包", "Welcome gift"));
  private static final Map<String, Words> REASONS =
      Map.of(
          "OUT_OF_STOCK",
              new Words("暂时缺货，到货后自动发放。", "Out of stock; it comes by itself when there is more."),
          "PROVIDER_UNAVAILABLE",
              new Words(
                  "承办机构暂时无法办理，系统会自动重试。",
                  "The provider cannot be reached; it is tried again by itself."),
          "MEMBER_LEFT", new Words("因退会取消。", "Ended because you left the union."),
          "REFUSED_BY_PROVIDER",
              new Words("承办机构未受理，请联系工会。", "The provider refused; please ask your union."));

  private Wording() {}

  static Words grant(RecordedStep.Kind kind, String programme) {
    Words name = programme(programme);
    return switch (kind) {
      case GRANT_WAITING -> new Words(name.zh() + "办理中", name.en() + " on its way");
      case GRANT_FAILED -> new Words(name.zh() + "未能办理", name.en() + " not issued");
      case GRANT_ISSUED -> new Words(name.zh() + "已发放", name.en() + " issued");
      case GRANT_CANCELLED -> new Words(name.zh() + "已取消", name.en() + " cancelled");
      case VISIT -> new Words("到访" + programme, "Visit to " + programme);
    };
  }

  static Words expected(String programme) {
    return grant(RecordedStep.Kind.GRANT_WAITING, programme);
  }

  static Words reason(String code) {
    return REASONS.getOrDefault(code, new Words(code, code));
  }

  private static Words programme(String code) {
    return PROGRAMMES.getOrDefault(code, new Words(code, code));
  }
}
