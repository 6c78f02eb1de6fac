package org.nuanxin.localstack.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether every worker has everything exactly once.
 *
 * @param expected how many workers were to sign up
 * @param complete how many have all, and nothing twice
 * @param twice how many have something twice
 * @param missing how many lack something
 */
record Verdict(int expected, int complete, int twice, int missing) {

  /** Judges the outcomes; a worker without one lacks everything. */
  static Verdict of(int expected, List<Outcome> outcomes) {
    Set<String> members = new HashSet<>();
    Set<String> references = new HashSet<>();
    int complete = 0;
    int twice = 0;
    int missing = Math.max(0, expected - outcomes.size());
    for (Outcome outcome : outcomes) {
      // Two workers with one membership, or with one policy or ticket between them, are as wrong
      // as one worker with two.
      boolean shared = !outcome.memberId().isEmpty() && !members.add(outcome.memberId());
      for (Grant grant : outcome.grants()) {
        String reference = grant.reference();
        shared |= reference != null && !references.add(grant.programme() + ' ' + reference);
      }
      boolean isTwice = shared || outcome.twice();
      boolean isMissing = outcome.missing();
      twice += isTwice ? 1 : 0;
      missing += isMissing ? 1 : 0;
      complete += isTwice || isMissing ? 0 : 1;
    }
    return new Verdict(expected, complete, twice, missing);
  }

  boolean perfect() {
    return complete == expected && twice == 0 && missing == 0;
  }

  /** The last line of the demo. */
  String line() {
    return String.format(
        Locale.ROOT, "%d of %d complete, %d twice, %d missing", complete, expected, twice, missing);
  }
}
