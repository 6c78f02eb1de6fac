package org.nuanxin.localstack.supervise;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks over HTTP until the answer is good. */
public final class Readiness {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final long POLL_MILLIS = 100;

  private Readiness() {}

  /**
   * Waits until the URL answers 200.
   *
   * @param alive whether waiting still makes sense
   * @return whether it did within the time
   */
  public static boolean await(String url, Duration patience, BooleanSupplier alive)
      throws InterruptedException {
    return await(url, patience, alive, HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_OK);
  }

  /** Waits until the URL answers with a status from {@code from} to {@code to}. */
  public static boolean await(
      String url, Duration patience, BooleanSupplier alive, int from, int to)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (alive.getAsBoolean() && System.nanoTime() < deadline) {
      int status = status(url);
      if (status >= from && status <= to) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return false;
  }

  /** The status of a GET, 0 while nobody answers. */
  private static int status(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return 0;
    }
  }
}
