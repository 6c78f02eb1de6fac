package org.nuanxin.kit.event;

/** The broker did not acknowledge every event of a batch; sending all of them again is safe. */
public class PublishFailed extends RuntimeException {

  PublishFailed(int events, Exception cause) {
    super("Not every one of " + events + " events was acknowledged", cause);
  }
}
