package org.nuanxin.notification.message;

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

  /** The language of a tag; Chinese for one we have no texts in. */
  public static Language of(String tag) {
    return EN.tag.equals(tag) ? EN : ZH_CN;
  }
}
