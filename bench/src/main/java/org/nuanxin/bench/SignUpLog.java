package org.nuanxin.bench;

import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Every sign-up of a run: sent, answered, granted. Safe for use by many threads; an event may be
 * seen before the answer that it belongs to.
 */
final class SignUpLog {

  private static final long LONGEST_MICROS = 600_000_000L;

  private final Map<String, SignUp> byMember = new HashMap<>();
  private final Map<Integer, Integer> refusals = new HashMap<>();
  private final Histogram answers = new Histogram(LONGEST_MICROS, 3);
  private final Histogram grants = new Histogram(LONGEST_MICROS, 3);
  private long accepted;
  private long granted;
  private long lastGrantAt;

  /** An application was accepted: at the client, by the time it had its answer. */
  synchronized void accepted(String memberId, long sentNanos, long answeredNanos) {
    accepted++;
    record(answers, answeredNanos - sentNanos);
    SignUp signUp = byMember.computeIfAbsent(memberId, id -> new SignUp());
    signUp.accepted(sentNanos);
    if (signUp.granted()) {
      granted(signUp);
    }
  }

  /** An application was not accepted; 0 where there was no answer at all. */
  synchronized void refused(int status) {
    refusals.merge(status, 1, Integer::sum);
  }

  /** A grant's event was seen. */
  synchronized void issued(String memberId, String eventId, long atNanos) {
    SignUp signUp = byMember.computeIfAbsent(memberId, id -> new SignUp());
    boolean before = signUp.granted();
    signUp.issued(eventId, atNanos);
    if (!before && signUp.granted()) {
      granted(signUp);
    }
  }

  private void granted(SignUp signUp) {
    granted++;
    lastGrantAt = Math.max(lastGrantAt, signUp.grantedAt());
    record(grants, signUp.nanosToGrants());
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
  }

  synchronized long accepted() {
    return accepted;
  }

  synchronized long granted() {
    return granted;
  }

  /** When the last of the sign-ups was granted. */
  synchronized long lastGrantAt() {
    return lastGrantAt;
  }

  /** How many members have more grant events than grants. */
  synchronized long overGranted() {
    return byMember.values().stream().filter(SignUp::overGranted).count();
  }

  synchronized Map<Integer, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /** Microseconds from sending to the answer. */
  synchronized Histogram answers() {
    return answers.copy();
  }

  /** Microseconds from sending to the third grant's event. */
  synchronized Histogram grants() {
    return grants.copy();
  }
}
