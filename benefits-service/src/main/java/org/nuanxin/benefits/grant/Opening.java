package org.nuanxin.benefits.grant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.programme.Validity;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberLeft;

/**
 * What is known of a grant before it is decided how it begins.
 *
 * @param joining ordinal of the joining it belongs to
 * @param owner by which phone its member finds it
 * @param unionPath ids of the unions from the federation's root to the one that was joined: whose
 *     staff sees it; empty where it was not told
 * @param traceparent trace of what caused it; null where there was none
 */
public record Opening(
    GrantId id,
    String federation,
    int joining,
    Owner owner,
    List<String> unionPath,
    String language,
    List<String> contents,
    Validity validity,
    @Nullable String traceparent) {

  /**
   * The phone that leads to a grant.
   *
   * @param phoneIndex keyed blind index
   * @param sequence the person's version that said so; an older one never replaces it
   */
  public record Owner(String phoneIndex, long sequence) {}

  /** Copies the lists. */
  public Opening {
    unionPath = List.copyOf(unionPath);
    contents = List.copyOf(contents);
  }

  /** What a joining opens. */
  static Opening of(
      Programme programme, MemberJoined joined, long sequence, @Nullable String traceparent) {
    return new Opening(
        new GrantId(
            joined.memberId(),
            programme.code(),
            programme.period().of(joined.joiningOrdinal(), joined.joinedAt())),
        joined.federation(),
        joined.joiningOrdinal(),
        new Owner(joined.phoneIndex(), sequence),
        joined.knownUnionPath(),
        joined.language(),
        programme.contentsIn(joined.language()),
        programme.validity(joined.joinedAt()),
        traceparent);
  }

  /** What a leave that overtook its joining marks as ended. */
  static Opening of(
      Programme programme, MemberLeft left, long sequence, @Nullable String traceparent) {
    return new Opening(
        new GrantId(
            left.memberId(),
            programme.code(),
            programme.period().of(left.joiningOrdinal(), left.leftAt())),
        left.federation(),
        left.joiningOrdinal(),
        new Owner(left.phoneIndex(), sequence),
        List.of(),
        left.language(),
        List.of(),
        Validity.UNBOUNDED,
        traceparent);
  }

  Instant since() {
    return validity.from() == null ? Instant.EPOCH : validity.from();
  }
}
