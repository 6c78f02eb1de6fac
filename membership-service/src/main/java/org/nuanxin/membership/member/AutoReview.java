package org.nuanxin.membership.member;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nuanxin.membership.union.Occupation;

/**
 * The rules in force, and the occupations a reviewer looks at in any case.
 *
 * @param rules the enabled rules
 * @param reviewedOccupations occupations that always go to review
 */
public record AutoReview(Set<Rule> rules, Set<Occupation> reviewedOccupations) {

  /** Copies the sets. */
  public AutoReview {
    rules = Set.copyOf(rules);
    reviewedOccupations = Set.copyOf(reviewedOccupations);
  }

  /** The rules that do not pass, in their own order; none: approved. */
  List<Rule> failedBy(Facts facts) {
    Set<Rule> failed = EnumSet.noneOf(Rule.class);
    for (Rule rule : rules) {
      if (!rule.passes(facts)) {
        failed.add(rule);
      }
    }
    if (reviewedOccupations.contains(facts.details().occupation())) {
      failed.add(Rule.MANUAL_REVIEW);
    }
    return List.copyOf(failed);
  }
}
