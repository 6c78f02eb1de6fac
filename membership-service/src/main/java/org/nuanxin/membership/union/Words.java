package org.nuanxin.membership.union;

/**
 * A text in the languages of the product.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record Words(String zh, String en) {

  /**
   * The text in a language.
   *
   * @param language a BCP 47 tag; anything but English is answered in Chinese
   */
  public String in(String language) {
    return language.startsWith("en") ? en : zh;
  }
}
