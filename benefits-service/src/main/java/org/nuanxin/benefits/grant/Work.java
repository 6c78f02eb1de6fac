package org.nuanxin.benefits.grant;

/** What a worker claims grants for. */
public enum Work {
  /** To be issued: WAITING, and RESERVED from now on. */
  WAITING,
  /**
   * RESERVED by a worker whose claim ended without a result. It may have got what it asked for, so
   * these are unsure from now on.
   */
  LAPSED,
  /** CANCELLED, and the provider is still to be told; they stay CANCELLED. */
  ENDED
}
