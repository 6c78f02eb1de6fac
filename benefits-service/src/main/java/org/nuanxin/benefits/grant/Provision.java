package org.nuanxin.benefits.grant;

/** How an order ended. */
public sealed interface Provision {

  /**
   * It is the member's.
   *
   * @param reference what the member shows
   */
  record Provided(String reference) implements Provision {}

  /**
   * The provider will never give it.
   *
   * @param code why, without personal data
   */
  record Refused(String code) implements Provision {}

  /**
   * Not now.
   *
   * @param tried whether the provider was asked at all
   * @param unsure whether it may have taken effect all the same
   */
  record NotNow(WaitingReason reason, boolean tried, boolean unsure) implements Provision {}
}
