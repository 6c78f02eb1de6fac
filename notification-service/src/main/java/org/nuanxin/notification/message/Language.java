package org.nuanxin.notification.message;

import java.util.Arrays;
import java.util.Optional;

/** A language that messages are written in. */
public enum Language {
  ZH_CN("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, as events and answers carry it. */
  public String tag() {
    return tag;
  }

  /** The language of a tag that may be none of ours. */
  public static Optional<Language> ofKnown(String tag) {
    return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
  }

  /** The language of a tag; Chinese for one we have no texts in. */
  public static Language of(String tag) {
    return ofKnown(tag).orElse(ZH_CN);
  }
}
