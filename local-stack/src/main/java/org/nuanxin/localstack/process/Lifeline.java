package org.nuanxin.localstack.process;

import java.io.IOException;

/** How a program that {@link Attached} runs knows that its launcher is gone. */
public final class Lifeline {

  static final String VARIABLE = "NUANXIN_LIFELINE";

  private Lifeline() {}

  /** Ends this JVM when standard input ends, if a launcher holds its other end. */
  public static void watch() {
    if (Boolean.parseBoolean(System.getenv(VARIABLE))) {
      Thread.ofPlatform().daemon().name("lifeline").start(Lifeline::awaitEnd);
    }
  }

  private static void awaitEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever written; the end of the pipe is the message.
      }
    } catch (IOException e) {
      // A pipe that cannot be read has ended too.
    }
    System.exit(1);
  }
}
