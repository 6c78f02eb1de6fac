package org.nuanxin.identity.key;

import java.util.Optional;

/** Keeps the one ring of this federation, for all instances. */
public interface KeyRings {

  /** The ring as it is stored; empty before the first start. */
  Optional<KeyRing> load();

  /** Stores the first ring; false when another instance was first, whose ring then stands. */
  boolean create(KeyRing ring);

  /** Stores the ring if the stored version is the one just before it; otherwise false. */
  boolean replace(KeyRing ring);
}
