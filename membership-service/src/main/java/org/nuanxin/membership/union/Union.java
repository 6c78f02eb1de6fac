package org.nuanxin.membership.union;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A union of the tree.
 *
 * @param id the administrative code for the federation, districts and communities, else a word
 * @param kind what it is a union of
 * @param parent the union it belongs to; null for the federation itself
 * @param path ids from the root of its tree to itself; empty outside a tree
 */
public record Union(String id, Words name, Kind kind, @Nullable String parent, List<String> path) {

  /** Copies the list. */
  public Union {
    path = List.copyOf(path);
  }

  /** One that stands in no tree yet. */
  public Union(String id, Words name, Kind kind, @Nullable String parent) {
    this(id, name, kind, parent, List.of());
  }

  /** The same in its place. */
  Union at(List<String> place) {
    return new Union(id, name, kind, parent, place);
  }

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
