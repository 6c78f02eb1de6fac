package org.nuanxin.kit.security;

import java.util.Optional;

/** What a caller may be; claim {@code roles} of a token, authority {@code ROLE_<name>}. */
public enum Role {
  /** A gig worker: own data only. */
  WORKER,
  /** Reviews applications within its unions. */
  REVIEWER,
  /** Runs unions and all below them. */
  UNION_ADMIN,
  /** Runs one station. */
  STATION_KEEPER,
  /** Runs the federation. */
  FEDERATION_ADMIN,
  /** A provider of benefits: redemptions of its own programme. */
  PROVIDER,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Operates the software; sees no personal data. */
  OPS,
  /** Another service of ours. */
  SERVICE;

  /** The role of this name; empty for one that an other issuer made up. */
  static Optional<Role> named(String name) {
    for (Role role : values()) {
      if (role.name().equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
