package org.nuanxin.gateway.rule;

import static org.nuanxin.gateway.rule.Audience.EVERYONE;
import static org.nuanxin.gateway.rule.Audience.NOBODY;
import static org.nuanxin.gateway.rule.Audience.OPERATORS;
import static org.nuanxin.gateway.rule.Audience.SIGNED_IN;
import static org.nuanxin.gateway.rule.Services.BENEFITS;
import static org.nuanxin.gateway.rule.Services.GATEWAY;
import static org.nuanxin.gateway.rule.Services.IDENTITY;
import static org.nuanxin.gateway.rule.Services.MEMBERSHIP;
import static org.nuanxin.gateway.rule.Services.NOTIFICATION;
import static org.nuanxin.gateway.rule.Services.STATIONS;
import static org.nuanxin.gateway.rule.Services.WEB;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every path that exists from outside. What is not here does not exist: neither {@code /internal}
 * nor any management path can be reached, whatever the services serve. What belongs to no API is
 * the front ends' to answer, which know their own pages.
 */
public final class Rules {

  private static final String DEAD_LETTER = "/api/v1/ops/dead-letters/";

  private static final List<Rule> TABLE =
      List.of(
          new Rule("/api/v1/auth/keys/**", IDENTITY, OPERATORS, OPERATORS),
          new Rule("/api/v1/auth/**", IDENTITY, SIGNED_IN, EVERYONE),
          new Rule("/oauth2/jwks", IDENTITY, EVERYONE, NOBODY),
          new Rule("/.well-known/**", IDENTITY, EVERYONE, NOBODY),
          new Rule("/api/v1/applications/**", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/consents/**", MEMBERSHIP, EVERYONE, SIGNED_IN),
          new Rule("/api/v1/communities", MEMBERSHIP, EVERYONE, SIGNED_IN),
          new Rule("/api/v1/communities/**", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/unions", MEMBERSHIP, EVERYONE, SIGNED_IN),
          new Rule("/api/v1/unions/**", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/review/**", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/routing", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/figures", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/members/*/grants", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/members/*/messages", NOTIFICATION, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/members/**", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/applications", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/record", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/access-log", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/phone", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/leave", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/timeline/**", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/grants", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/programmes/**", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/grants/**", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/providers", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/stock/**", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/messages/**", NOTIFICATION, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/stations/**", STATIONS, EVERYONE, SIGNED_IN),
          new Rule("/api/v1/ops/status", GATEWAY, OPERATORS, NOBODY),
          new Rule("/api/v1/ops/flow", GATEWAY, OPERATORS, NOBODY),
          new Rule("/api/v1/ops/dead-letters", GATEWAY, OPERATORS, NOBODY),
          new Rule("/openapi", GATEWAY, EVERYONE, NOBODY),
          new Rule("/openapi/ui", GATEWAY, EVERYONE, NOBODY),
          new Rule("/openapi/ui.css", GATEWAY, EVERYONE, NOBODY),
          new Rule("/console/**", WEB, EVERYONE, NOBODY),
          new Rule("/**", WEB, EVERYONE, NOBODY));

  /** First segments below which there is never a page, in whatever case they are written. */
  private static final Set<String> NO_PAGES =
      Set.of("api", "openapi", "oauth2", ".well-known", "actuator", "internal", "v3");

  private final Map<String, Rule> exact = new HashMap<>();
  private final List<Rule> open = new ArrayList<>();
  private final Map<String, Rule> deadLetters = new HashMap<>();
  private final List<Rule> pages = new ArrayList<>();

  /** The table as it is. */
  public Rules() {
    for (Rule rule : TABLE) {
      if (rule.service().equals(WEB)) {
        pages.add(rule);
      } else if (rule.isOpen()) {
        open.add(rule);
      } else {
        exact.put(rule.pattern(), rule);
      }
    }
    for (String service : Services.BEHIND) {
      deadLetters.put(service, new Rule(DEAD_LETTER + "**", service, OPERATORS, OPERATORS));
    }
  }

  /** The row for a path; null when there is none and so nothing is there. */
  public @Nullable Rule find(String path) {
    Rule found = exact.get(path);
    if (found != null) {
      return found;
    }
    Rule covering = first(open, path);
    if (covering != null) {
      return covering;
    }
    if (path.startsWith(DEAD_LETTER)) {
      return deadLetters.get(owner(path));
    }
    return NO_PAGES.contains(firstSegment(path)) ? null : first(pages, path);
  }

  private static @Nullable Rule first(List<Rule> rules, String path) {
    for (Rule rule : rules) {
      if (rule.covers(path)) {
        return rule;
      }
    }
    return null;
  }

  private static String firstSegment(String path) {
    int end = path.indexOf('/', 1);
    return path.substring(1, end < 0 ? path.length() : end).toLowerCase(Locale.ROOT);
  }

  /** Every row, for documentation and tests. */
  public static List<Rule> table() {
    return TABLE;
  }

  /**
   * A dead letter's id starts with the name of the service that holds it and a tilde, which some
   * clients escape.
   */
  private static String owner(String path) {
    String id = path.substring(DEAD_LETTER.length()).replaceFirst("%7[Ee]", "~");
    int tilde = id.indexOf('~');
    return tilde < 0 ? "" : id.substring(0, tilde);
  }
}
