package org.nuanxin.identity.session;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who signed in, with all that a token says of them. */
public sealed interface Person {

  /** Names the person in every service and log: stable, unique, and no phone number. */
  String subject();

  /**
   * A gig worker.
   *
   * @param id opaque
   * @param phoneIndex blind index of the worker's phone
   */
  record Worker(String id, String phoneIndex) implements Person {
    @Override
    public String subject() {
      return "worker:" + id;
    }
  }

  /** Someone who works for the federation, within the union subtrees and the station named. */
  record Staff(String username, Set<String> roles, List<String> unions, @Nullable String station)
      implements Person {

    /** Keeps its own copies. */
    public Staff {
      roles = Set.copyOf(roles);
      unions = List.copyOf(unions);
    }

    @Override
    public String subject() {
      return "staff:" + username;
    }
  }
}
