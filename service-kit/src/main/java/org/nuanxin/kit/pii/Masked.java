package org.nuanxin.kit.pii;

/** Personal data as lists show it: enough to recognise one's own, too little to learn another's. */
public final class Masked {

  private static final int COUNTRY_CODE = "+86".length();

  private Masked() {}

  /** {@code +8613800138000} as {@code 138****8000}; what is too short is hidden entirely. */
  public static String phone(String phone) {
    String national = phone.startsWith("+86") ? phone.substring(COUNTRY_CODE) : phone;
    return keep(national, 3, 4);
  }

  /** {@code 460200199001011234} as {@code 460***********1234}. */
  public static String idNumber(String idNumber) {
    return keep(idNumber, 3, 4);
  }

  /**
   * The first character, then as many stars as there are more, at most two: the rest is nobody's.
   */
  public static String name(String name) {
    if (name.isEmpty()) {
      return "";
    }
    int first = name.offsetByCodePoints(0, 1);
    int rest = name.codePointCount(first, name.length());
    return name.substring(0, first) + "*".repeat(Math.clamp(rest, 1, 2));
  }

  private static String keep(String text, int head, int tail) {
    // Below twice of what is shown, the shown part would be most of it.
    if (text.length() < head + tail + 3) {
      return "*".repeat(text.length());
    }
    return text.substring(0, head)
        + "*".repeat(text.length() - head - tail)
        + text.substring(text.length() - tail);
  }
}
