package org.nuanxin.kit.consume;

/**
 * A record that cannot be handled now but may be later; it is set aside and tried again by itself.
 */
public class RetryLater extends RuntimeException {

  /**
   * @param why without personal data; shown to operators
   */
  public RetryLater(String why) {
    super(why);
  }
}
