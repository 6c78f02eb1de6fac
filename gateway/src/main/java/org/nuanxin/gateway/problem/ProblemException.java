package org.nuanxin.gateway.problem;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A call ends here, with this problem (RFC 9457). It carries no stack trace: it is an answer, not a
 * failure, and it is made on the hot path.
 */
public final class ProblemException extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final String detail;
  private final transient Map<String, String> headers;

  /** A problem whose type ends in {@code code}; {@code detail} is a sentence for people. */
  public ProblemException(HttpStatus status, String code, String detail) {
    this(status, code, detail, Map.of());
  }

  private ProblemException(
      HttpStatus status, String code, String detail, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.headers = headers;
  }

  /** A problem that more header fields go with. */
  public static ProblemException with(
      HttpStatus status, String code, String detail, Map<String, String> headers) {
    return new ProblemException(status, code, detail, headers);
  }

  /** 503: ask again after this many seconds. */
  public static ProblemException unavailable(String code, String detail, int retryAfterSeconds) {
    return with(
        HttpStatus.SERVICE_UNAVAILABLE,
        code,
        detail,
        Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds)));
  }

  /** 404: the same sentence whatever is missing. */
  public static ProblemException notFound() {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such thing here.");
  }

  /** Status of the answer. */
  public HttpStatus status() {
    return status;
  }

  /** Last part of the problem's type. */
  public String code() {
    return code;
  }

  /** What went wrong, for people. */
  public String detail() {
    return detail;
  }

  /** Header fields of the answer beside its content type. */
  public Map<String, String> headers() {
    return headers;
  }
}
