package org.nuanxin.benefits.grant;

/** How telling a provider of an end went. */
public enum Cancellation {
  /** What was given is taken back. */
  TAKEN_BACK,
  /** Nothing is known under this key; an order that is still under way may arrive later. */
  NOTHING_THERE,
  /** The provider could not be told now. */
  NOT_NOW
}
