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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every path that exists from outside. What is not here does not exist: neither {@code /internal}
 * nor any management path can be reached, whatever the services serve.
 */
public final class Rules {

  private static final String DEAD_LETTER = "/api/v1/ops/dead-letters/";

  private static final List<Rule> TABLE =
      List.of(
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
          new Rule("/api/v1/members/**", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/applications", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/phone", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/leave", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/timeline/**", MEMBERSHIP, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/grants", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/programmes/**", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/grants/**", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/stock/**", BENEFITS, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/me/messages/**", NOTIFICATION, SIGNED_IN, SIGNED_IN),
          new Rule("/api/v1/stations/**", STATIONS, EVERYONE, SIGNED_IN),
          new Rule("/api/v1/ops/status", GATEWAY, OPERATORS, NOBODY),
          new Rule("/api/v1/ops/dead-letters", GATEWAY, OPERATORS, NOBODY),
          new Rule("/openapi", GATEWAY, EVERYONE, NOBODY),
          new Rule("/openapi/ui", GATEWAY, EVERYONE, NOBODY),
          new Rule("/openapi/ui.css", GATEWAY, EVERYONE, NOBODY),
          new Rule("/", GATEWAY, EVERYONE, NOBODY));

  private final Map<String, Rule> exact = new HashMap<>();
  private final List<Rule> subtrees = new ArrayList<>();
  private final Map<String, Rule> deadLetters = new HashMap<>();

  /** The table as it is. */
  public Rules() {
    for (Rule rule : TABLE) {
      if (rule.pattern().endsWith("/**")) {
        subtrees.add(rule);
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
    for (Rule rule : subtrees) {
      if (rule.covers(path)) {
        return rule;
      }
    }
    return path.startsWith(DEAD_LETTER) ? deadLetters.get(owner(path)) : null;
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
