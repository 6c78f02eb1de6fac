package org.nuanxin.benefits.grant;

import java.util.Optional;

/**
 * Identity of a grant, written {@code member:programme:period}: however often a joining is told of,
 * it leads to the same grant. It is the idempotency key at providers as well.
 */
public record GrantId(String member, String programme, String period) {

  /** Refuses parts that would make the text ambiguous. */
  public GrantId {
    if (member.isEmpty() || member.indexOf(':') >= 0 || programme.indexOf(':') >= 0) {
      throw new IllegalArgumentException("Not the parts of a grant's id");
    }
  }

  /** The id in this text; empty when it is none. */
  public static Optional<GrantId> parse(String text) {
    String[] parts = text.split(":", -1);
    return parts.length == 3 && !parts[0].isEmpty()
        ? Optional.of(new GrantId(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  /** What all ids of a member's grants begin with. */
  public static String prefix(String member) {
    return member + ':';
  }

  /** What all ids of a member's grants of a programme begin with. */
  public static String prefix(String member, String programme) {
    return prefix(member) + programme + ':';
  }

  @Override
  public String toString() {
    return member + ':' + programme + ':' + period;
  }
}
