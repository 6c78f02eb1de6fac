package org.nuanxin.notification.message;

/** How far the SMS of a message is. */
public enum Sms {
  /** None is to be sent. */
  NONE,
  /** To be sent. */
  PENDING,
  /** The provider has it. */
  SENT,
  /** Not sent for good: the provider refused it, or there is no phone. */
  FAILED,
  /** Too old to be sent. */
  EXPIRED
}
