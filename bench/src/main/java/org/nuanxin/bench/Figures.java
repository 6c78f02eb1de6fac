package org.nuanxin.bench;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param load what it was
 * @param sendingSeconds how long applications were sent
 * @param allSeconds from the first sending to the last message stored
 * @param accepted how many were answered 201
 * @param refused how many were not, by status; 0 stands for no answer
 * @param granted how many had their three grants in the end
 * @param overGranted how many had more than three
 * @param cpu processor seconds of the system from the first sending to the end
 * @param answers microseconds from sending to the answer
 * @param grants microseconds from sending to the third grant's event
 * @param seen microseconds from sending to all seen by the worker, of a sample
 * @param seenWrong how many of the sample did not see exactly all
 * @param booked what was added to the books
 * @param peakOutbox most documents with events not yet known to be sent
 * @param peakLag most records not yet handled
 * @param deadLetters how many there are
 * @param backlogUnanswered how often the backlog could not be asked
 */
record Figures(
    Load load,
    double sendingSeconds,
    double allSeconds,
    long accepted,
    Map<Integer, Integer> refused,
    long granted,
    long overGranted,
    ProcessorTime cpu,
    Histogram answers,
    Histogram grants,
    Histogram seen,
    int seenWrong,
    Books booked,
    long peakOutbox,
    long peakLag,
    long deadLetters,
    int backlogUnanswered) {

  private static final int MESSAGES = 4;

  double acceptedPerSecond() {
    return accepted / sendingSeconds;
  }

  double completePerSecond() {
    return complete() / allSeconds;
  }

  double completePerCoreSecond() {
    return complete() / cpu.total();
  }

  /** With grants and messages; the messages of all are counted, not those of each. */
  long complete() {
    return Math.min(granted, booked.messages() / MESSAGES);
  }

  long missing() {
    return Math.max(
        accepted - complete(), Math.max(accepted - booked.insured(), accepted - booked.entitled()));
  }

  /** Effects beyond one for each: policies, entitlements, grants, messages. */
  long twice() {
    return booked.policies()
        - booked.insured()
        + booked.entitlements()
        - booked.entitled()
        + overGranted
        + Math.max(0, booked.messages() - MESSAGES * accepted);
  }

  /** Whether everything came exactly once. */
  boolean exact() {
    return accepted > 0
        && missing() == 0
        && twice() == 0
        && seenWrong == 0
        && refused.isEmpty()
        && deadLetters == 0;
  }
}
