package org.nuanxin.kit.security;

import java.util.function.Predicate;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Spring Security's strict firewall with its rule for header values as a loop, not a pattern. */
final class HeaderValues implements Predicate<String> {

  static HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderValues(new HeaderValues());
    return firewall;
  }

  /** Assigned characters that are no control characters but the tab. */
  @Override
  public boolean test(String value) {
    int i = 0;
    while (i < value.length()) {
      char c = value.charAt(i);
      if (c >= ' ' && c < 0x7f || c == '\t') {
        i++;
        continue;
      }
      int codePoint = value.codePointAt(i);
      if (!Character.isDefined(codePoint) || Character.isISOControl(codePoint)) {
        return false;
      }
      i += Character.charCount(codePoint);
    }
    return true;
  }
}
