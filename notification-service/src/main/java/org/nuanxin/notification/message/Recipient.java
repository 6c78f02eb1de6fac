package org.nuanxin.notification.message;

import java.time.Instant;
import java.util.List;

/**
 * By which phone a member's inbox is found, and which unions' staff may look at it.
 *
 * @param phoneIndex keyed blind index of the phone
 * @param union what the latest joining told of the union
 * @param sequence version of the member at which this became so
 * @param since when it became so
 */
public record Recipient(
    String memberId,
    String federation,
    String phoneIndex,
    JoinedUnion union,
    long sequence,
    Instant since) {

  /**
   * Which union was joined.
   *
   * @param path ids of the unions from the federation's root to the one that was joined; empty
   *     where it was not told
   * @param sequence version of the member at which it was told
   */
  public record JoinedUnion(List<String> path, long sequence) {

    /** Nothing is known of a joining. */
    public static final JoinedUnion NONE = new JoinedUnion(List.of(), 0);

    /** Copies the list. */
    public JoinedUnion {
      path = List.copyOf(path);
    }
  }

  /** What is known of the same member from both: the newer phone, and the newer union. */
  public Recipient and(Recipient other) {
    Recipient newer = other.sequence > sequence ? other : this;
    JoinedUnion told = other.union.sequence > union.sequence ? other.union : union;
    return new Recipient(
        newer.memberId, newer.federation, newer.phoneIndex, told, newer.sequence, newer.since);
  }
}
