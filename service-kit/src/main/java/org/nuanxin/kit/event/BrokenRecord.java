package org.nuanxin.kit.event;

/** A record that is not a CloudEvent of our catalogue. The message quotes no payload. */
public class BrokenRecord extends RuntimeException {

  BrokenRecord(String why) {
    super(why);
  }
}
