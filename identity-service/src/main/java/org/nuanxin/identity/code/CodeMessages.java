package org.nuanxin.identity.code;

import java.time.Duration;

/** Tells a phone its code. */
public interface CodeMessages {

  /**
   * Sends the message, once however often it is tried: the code's id is the idempotency key.
   *
   * @param validity how long the message says the code is good for
   * @throws CodeNotSent when the provider did not confirm; it tells whether the message may still
   *     arrive
   */
  void send(Phone phone, OneTimeCode code, Duration validity);
}
