package org.nuanxin.benefits.grant;

/** Why a grant is not issued yet; the names are part of the API and of events. */
public enum WaitingReason {
  /** Stock is used up; it is issued in order when stock arrives. */
  OUT_OF_STOCK,
  /** The provider is down, slow or shielded by its circuit breaker. */
  PROVIDER_UNAVAILABLE
}
