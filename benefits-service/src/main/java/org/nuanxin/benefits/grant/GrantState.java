package org.nuanxin.benefits.grant;

/** Where a grant stands; the names are part of the API. */
public enum GrantState {
  /** To be issued on a later day. */
  DUE,
  /** A worker is issuing it right now, under a lease. */
  RESERVED,
  /** Cannot be issued yet; a worker issues it when it can. */
  WAITING,
  /** The member's, not yet used. */
  ISSUED,
  /** Used, once. */
  USED,
  /** Its validity ended unused; never stored, seen when read. */
  EXPIRED,
  /** Ended before it was used. */
  CANCELLED,
  /** Refused for good. */
  FAILED
}
