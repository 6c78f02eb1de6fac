package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.union.Occupation;

/** Port to the search among those who joined, the newest first. */
public interface MemberSearch {

  /**
   * What is looked for; null or empty means any.
   *
   * @param phones indexes of one phone; with it or {@code ids} also somebody is found who has
   *     applied and not joined
   * @param ids indexes of one ID number
   * @param unions of the membership; of no account where a phone, an ID number or a number says who
   */
  record Query(
      String federation,
      List<String> phones,
      List<String> ids,
      @Nullable String number,
      @Nullable MembershipState state,
      @Nullable Set<String> unions,
      @Nullable Occupation occupation,
      @Nullable Place after,
      int limit) {

    /** Whether it names one person, and not a list to page through. */
    public boolean isForOne() {
      return !phones.isEmpty() || !ids.isEmpty() || number != null;
    }
  }

  /** A place in the list. */
  record Place(Instant joinedAt, String memberId) {}

  /** Those that match, at most {@code limit}. */
  List<Member> find(Query query);
}
