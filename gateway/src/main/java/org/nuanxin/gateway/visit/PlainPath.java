package org.nuanxin.gateway.visit;

/**
 * Which paths mean the same to the gateway and to every service. Anything that one side may read
 * differently is refused: dot segments, doubled slashes, path parameters, and escapes of a slash,
 * dot, percent sign, semicolon, backslash or control character.
 */
final class PlainPath {

  private PlainPath() {}

  static boolean is(String path) {
    int length = path.length();
    if (length == 0 || path.charAt(0) != '/') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = path.charAt(i);
      if (c == '/' && i + 1 < length && !isPlainSegment(path, i + 1)) {
        return false;
      }
      if (c == '%' && !isHarmlessEscape(path, i)) {
        return false;
      }
      if (c == ';' || c == '\\' || c <= ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Neither empty nor made of dots. */
  private static boolean isPlainSegment(String path, int start) {
    int i = start;
    while (i < path.length() && path.charAt(i) == '.') {
      i++;
    }
    boolean ends = i == path.length() || path.charAt(i) == '/';
    return !ends;
  }

  private static boolean isHarmlessEscape(String path, int at) {
    if (at + 2 >= path.length()) {
      return false;
    }
    int high = Character.digit(path.charAt(at + 1), 16);
    int low = Character.digit(path.charAt(at + 2), 16);
    if (high < 0 || low < 0) {
      return false;
    }
    int value = high * 16 + low;
    return value > ' ' && value != 0x7f && "/.\\%;".indexOf(value) < 0;
  }
}
