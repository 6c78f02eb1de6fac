package org.nuanxin.gateway.rule;

/** Who may do something. */
public enum Audience {
  /** Anybody, without a token. */
  EVERYONE,
  /** Whoever holds a genuine token; the service decides the rest. */
  SIGNED_IN,
  /** Whoever holds a genuine token with role OPS. */
  OPERATORS,
  /** The path does not know these methods: 405. */
  NOBODY
}
