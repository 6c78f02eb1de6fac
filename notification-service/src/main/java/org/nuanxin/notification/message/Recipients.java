package org.nuanxin.notification.message;

import java.util.List;
import java.util.Optional;

/** Which member a phone belongs to. */
public interface Recipients {

  /**
   * Notes what events say. Concurrent and repeated calls, in any order, end with the phone of the
   * highest sequence of each member, and with the union of the latest joining: a late event never
   * undoes what is newer. As many round trips whether unions are told or not.
   */
  void bind(List<Recipient> recipients);

  /**
   * The member whose phone this is now. While the events of a recycled number are still on their
   * way two members may have it; then it is the one who got it last.
   */
  Optional<String> memberOf(String federation, String phoneIndex);

  /**
   * The unions from the federation's root to the member's, as the latest joining told; empty where
   * that is not known, or the member is another federation's.
   */
  List<String> unionPathOf(String federation, String memberId);
}
