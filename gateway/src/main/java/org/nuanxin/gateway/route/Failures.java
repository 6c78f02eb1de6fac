package org.nuanxin.gateway.route;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.nuanxin.gateway.problem.ProblemException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import reactor.netty.channel.AbortedException;

/** What it means when a service does not answer. */
final class Failures {

  private static final int RETRY_AFTER_SECONDS = 2;

  private Failures() {}

  /** Whether nothing of the request can have reached the service, so that another may be asked. */
  static boolean isUnsent(Throwable error) {
    return error instanceof ConnectException
        || error instanceof ConnectTimeoutException
        || error instanceof NoRouteToHostException
        || error instanceof UnknownHostException
        || (error instanceof AbortedException
            && String.valueOf(error.getMessage()).contains("BEFORE send"));
  }

  /** Whether the connection broke before an answer began. */
  static boolean isInterrupted(Throwable error) {
    return error instanceof IOException;
  }

  /** The problem to tell for an error; one that is told already stays as it is. */
  static Throwable problem(Throwable error, HttpMethod method) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException) {
        return cause;
      }
    }
    if (error instanceof ReadTimeoutException) {
      return new ProblemException(
          HttpStatus.GATEWAY_TIMEOUT,
          "timeout",
          "This part of the system did not answer in time." + outcome(method));
    }
    if (isUnsent(error)) {
      return none();
    }
    return ProblemException.unavailable(
        "interrupted",
        "This part of the system broke off before it answered." + outcome(method),
        RETRY_AFTER_SECONDS);
  }

  /** No instance takes the call. */
  static ProblemException none() {
    return ProblemException.unavailable(
        "unavailable", "This part of the system is not up at the moment.", RETRY_AFTER_SECONDS);
  }

  /** Whether asking twice does no more than asking once. */
  static boolean isSafe(HttpMethod method) {
    return method == HttpMethod.GET || method == HttpMethod.HEAD;
  }

  private static String outcome(HttpMethod method) {
    return isSafe(method)
        ? ""
        : " The request may have been carried out: repeat it with the same Idempotency-Key.";
  }
}
