package org.nuanxin.membership.union;

import org.jspecify.annotations.Nullable;

/**
 * A union of the tree.
 *
 * @param id the administrative code for the federation, districts and communities, else a word
 * @param kind what it is a union of
 * @param parent the union it belongs to; null for the federation itself
 */
public record Union(String id, Words name, Kind kind, @Nullable String parent) {

  /** The route by which somebody may be assigned to it; null where none leads. */
  public @Nullable Route route() {
    return switch (kind) {
      case KEY_ENTERPRISE -> Route.KEY_ENTERPRISE;
      case INDUSTRY -> Route.INDUSTRY;
      case COMMUNITY -> Route.COMMUNITY;
      case FEDERATION, DISTRICT -> null;
    };
  }

  /** What a union is a union of. */
  public enum Kind {
    /** The federation of the city. */
    FEDERATION,
    /** A district's federation. */
    DISTRICT,
    /** A community or village. */
    COMMUNITY,
    /** An industry. */
    INDUSTRY,
    /** One key enterprise. */
    KEY_ENTERPRISE
  }
}
