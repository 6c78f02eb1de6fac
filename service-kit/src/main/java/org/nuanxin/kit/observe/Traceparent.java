package org.nuanxin.kit.observe;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C {@code traceparent} of what is going on, to be carried with an event. */
public final class Traceparent {

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private Traceparent() {}

  /** That of the current span; outside any span a new trace, not sampled. */
  public static String current() {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      return "00-"
          + span.getTraceId()
          + "-"
          + span.getSpanId()
          + "-"
          + span.getTraceFlags().asHex();
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    // An all-zero id is not valid, and 1 is as good as any other.
    return "00-"
        + hex(Math.max(1, random.nextLong() >>> 1))
        + hex(random.nextLong())
        + "-"
        + hex(Math.max(1, random.nextLong() >>> 1))
        + "-00";
  }

  /** Id of the current trace, 32 hex digits; empty outside any. */
  public static Optional<String> traceId() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
  }

  /** Id of the trace that a message carried; empty where it carried none or something malformed. */
  public static Optional<String> traceIdOf(@Nullable String traceparent) {
    return traceparent == null || !FORM.matcher(traceparent).matches()
        ? Optional.empty()
        : Optional.of(traceparent.substring(3, 35));
  }

  /**
   * Runs a piece of work as part of the trace that caused it: logs show its trace id, and calls
   * made carry it on.
   *
   * @param traceparent as a message carried it; anything malformed is as good as none
   */
  public static void run(@Nullable String traceparent, Runnable work) {
    try (Scope scope = continued(traceparent).makeCurrent()) {
      work.run();
    }
  }

  /** The same for work that has a result. */
  public static <T> T call(@Nullable String traceparent, Supplier<T> work) {
    try (Scope scope = continued(traceparent).makeCurrent()) {
      return work.get();
    }
  }

  private static Context continued(@Nullable String traceparent) {
    if (traceparent == null || !FORM.matcher(traceparent).matches()) {
      return Context.current();
    }
    SpanContext cause =
        SpanContext.createFromRemoteParent(
            traceparent.substring(3, 35),
            traceparent.substring(36, 52),
            TraceFlags.fromHex(traceparent, 53),
            TraceState.getDefault());
    return Context.current().with(Span.wrap(cause));
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
