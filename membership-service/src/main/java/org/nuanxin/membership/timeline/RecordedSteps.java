package org.nuanxin.membership.timeline;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Port to the steps that other services reported. */
public interface RecordedSteps {

  /** Most steps that a timeline shows of grants, and of visits. */
  int BOUND = 100;

  /** Stores what is not there yet; what is there already stays as it is. */
  void add(List<RecordedStep> steps);

  /** A member's steps: all of grants and the latest of visits, {@value #BOUND} of each at most. */
  List<RecordedStep> of(String memberId);

  /** The members who have these phones, by phone index; phones of nobody are left out. */
  Map<String, String> membersByPhone(Set<PhoneOf> phones);

  /** A phone of one federation. */
  record PhoneOf(String federation, String phoneIndex) {}
}
