package org.nuanxin.identity.token;

import java.util.List;
import java.util.function.BiConsumer;
import org.nuanxin.identity.session.Person;
import org.nuanxin.kit.security.Role;

/** Names of our own claims, and what they say of whom. Absent means none. */
public final class Claims {

  /** Code of the federation whose data the caller may see. */
  public static final String FEDERATION = "federation";

  /** List of role names. */
  public static final String ROLES = "roles";

  /** Roots of the union subtrees that the roles cover. */
  public static final String UNIONS = "unions";

  /** The station that a keeper keeps. */
  public static final String STATION = "station";

  /** Blind index of a worker's phone; the phone itself is in no token. */
  public static final String PHONE_INDEX = "phone_index";

  private Claims() {}

  /** Hands over each claim of this person. */
  public static void of(Person person, BiConsumer<String, Object> claims) {
    switch (person) {
      case Person.Worker worker -> {
        claims.accept(ROLES, List.of(Role.WORKER.name()));
        claims.accept(UNIONS, List.of());
        claims.accept(PHONE_INDEX, worker.phoneIndex());
      }
      case Person.Staff staff -> {
        claims.accept(ROLES, staff.roles().stream().sorted().toList());
        claims.accept(UNIONS, staff.unions());
        if (staff.station() != null) {
          claims.accept(STATION, staff.station());
        }
      }
    }
  }
}
