package org.nuanxin.membership.member;

import java.util.Arrays;
import java.util.Optional;

/** The languages in which a person can be written to. */
public enum Language {
  /** Simplified Chinese. */
  CHINESE("zh-CN"),
  /** English. */
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag. */
  public String tag() {
    return tag;
  }

  /** The language with this tag. */
  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
  }
}
