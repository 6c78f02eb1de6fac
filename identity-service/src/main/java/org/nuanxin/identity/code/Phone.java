package org.nuanxin.identity.code;

import java.util.regex.Pattern;

/**
 * A mobile number in E.164 form.
 *
 * @param e164 for instance {@code +8613800138000}
 */
public record Phone(String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** Refuses anything but E.164. */
  public Phone {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("Not an E.164 number");
    }
  }

  /** Says nothing of the number, so that none reaches a log. */
  @Override
  public String toString() {
    return "Phone[hidden]";
  }
}
