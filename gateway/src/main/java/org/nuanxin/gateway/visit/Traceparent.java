package org.nuanxin.gateway.visit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of a call: the caller's where it is well-formed, else a new one. The
 * gateway makes no span of its own; every log line and every event that a call causes carries its
 * trace id.
 *
 * @param value the whole header field
 */
public record Traceparent(String value) {

  /** Name of the header field. */
  public static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * Continues what the caller sent, or begins anew.
   *
   * @param sampled the share of new traces, 0 to 1, that services are to record
   */
  static Traceparent of(@Nullable String sent, double sampled) {
    if (sent != null && FORM.matcher(sent).matches()) {
      return new Traceparent(sent);
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    StringBuilder value = new StringBuilder(55).append("00-");
    hex(value, random.nextLong() | 1);
    hex(value, random.nextLong());
    hex(value.append('-'), random.nextLong() | 1);
    return new Traceparent(value.append(random.nextDouble() < sampled ? "-01" : "-00").toString());
  }

  /** 32 hex digits. */
  public String traceId() {
    return value.substring(3, 35);
  }

  private static void hex(StringBuilder to, long value) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      to.append(Character.forDigit((int) (value >>> shift) & 15, 16));
    }
  }
}
