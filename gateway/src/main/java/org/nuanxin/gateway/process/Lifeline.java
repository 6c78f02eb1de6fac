package org.nuanxin.gateway.process;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this process when the one that started it is gone, however it went: the launcher holds the
 * other end of our standard input, and the kernel closes it even after {@code kill -9}.
 */
final class Lifeline {

  private static final Logger log = LoggerFactory.getLogger(Lifeline.class);

  private final InputStream input;
  private final Runnable end;

  Lifeline(InputStream input, Runnable end) {
    this.input = input;
    this.end = end;
  }

  void hold() {
    Thread.ofPlatform().daemon().name("lifeline").start(this::waitForEnd);
  }

  private void waitForEnd() {
    byte[] ignored = new byte[64];
    try {
      while (input.read(ignored) >= 0) {
        // What is said on the line does not matter, only that somebody holds it.
      }
    } catch (IOException e) {
      log.info("The lifeline broke");
    }
    log.info("The launcher is gone; shutting down");
    end.run();
  }
}
