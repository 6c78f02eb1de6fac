package org.nuanxin.localstack.sandbox.http;

import java.io.IOException;

/** The bytes on a connection are no message this side takes; the connection ends. */
final class MalformedMessage extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * A bad message.
   *
   * @param status what a server answers to it
   */
  MalformedMessage(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
