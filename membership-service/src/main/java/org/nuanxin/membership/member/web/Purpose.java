package org.nuanxin.membership.member.web;

import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Text;
import org.nuanxin.kit.web.Violations;

/** What staff wants something with a person's data for, in its own words; written down with it. */
final class Purpose {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 200;

  private Purpose() {}

  /** The purpose in its one form; empty when it is wrong, which {@code violations} holds. */
  static String of(Violations violations, @Nullable String value) {
    return Text.line(violations, "purpose", value, SHORTEST, LONGEST).orElse("");
  }
}
