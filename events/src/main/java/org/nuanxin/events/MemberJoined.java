package org.nuanxin.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person became a member: what opens the welcome package.
 *
 * @param membershipNumber the number on the membership card
 * @param joiningOrdinal 1 for the first joining, 2 for the next after leaving; part of the period
 *     of a grant
 * @param phoneIndex keyed blind index of the phone: who may see this member's data
 * @param language language of messages to the member: {@code zh-CN} or {@code en}
 * @param unionPath ids of the unions from the federation's root to the member's: whose staff may
 *     see this member's data; null in events from before it was told
 */
public record MemberJoined(
    String federation,
    String memberId,
    String applicationId,
    String membershipNumber,
    int joiningOrdinal,
    String phoneIndex,
    String language,
    String occupation,
    String communityCode,
    String unionId,
    String unionName,
    @Nullable List<String> unionPath,
    Instant joinedAt)
    implements MembershipEvent {

  /** Copies the list. */
  public MemberJoined {
    unionPath = unionPath == null ? null : List.copyOf(unionPath);
  }

  /** The path; empty where the event told none. */
  public List<String> knownUnionPath() {
    return unionPath == null ? List.of() : unionPath;
  }
}
