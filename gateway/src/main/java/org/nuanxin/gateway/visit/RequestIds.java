package org.nuanxin.gateway.visit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The correlation id of a call, given back to the caller and passed on. */
public final class RequestIds {

  /** Name of the header field. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private RequestIds() {}

  /** What the caller sent where it is well-formed, else a new one. */
  static String of(@Nullable String sent) {
    if (sent != null && FORM.matcher(sent).matches()) {
      return sent;
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return Long.toHexString(random.nextLong() | Long.MIN_VALUE)
        + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
  }
}
