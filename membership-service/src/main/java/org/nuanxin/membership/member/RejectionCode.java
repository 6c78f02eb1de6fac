package org.nuanxin.membership.member;

import org.nuanxin.membership.union.Words;

/** Why an application is refused, for counting; and what its applicant reads. */
public enum RejectionCode {
  /** Does not work in a new form of employment. */
  NOT_ELIGIBLE(new Words("不属于新就业形态劳动者", "Not a worker in a new form of employment")),
  /** Is there already. */
  DUPLICATE_PERSON(new Words("本人已有会籍或另有申请", "Is a member already, or has another application")),
  /** Nobody can say who it is. */
  IDENTITY_NOT_CONFIRMED(new Words("身份信息无法核实", "The identity cannot be confirmed")),
  /** What was sent is not true. */
  FALSE_DETAILS(new Words("填写的内容和实际情况不符", "What was sent is not as it is")),
  /** Belongs to another city's federation. */
  OUTSIDE_CITY(new Words("不在本市居住或工作", "Neither lives nor works in the city")),
  /** Something else, which the reviewer says in words. */
  OTHER(new Words("其他原因", "Another reason"));

  private final Words words;

  RejectionCode(Words words) {
    this.words = words;
  }

  /** Whether the code says why; the reviewer need not add words then. */
  public boolean saysWhy() {
    return this != OTHER;
  }

  String in(Language language) {
    return words.in(language.tag());
  }
}
