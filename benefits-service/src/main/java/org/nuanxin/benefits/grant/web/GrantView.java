package org.nuanxin.benefits.grant.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantState;
import org.nuanxin.benefits.grant.Waiting;
import org.nuanxin.benefits.grant.WaitingReason;

/**
 * A grant as it is shown.
 *
 * @param reference policy number, entitlement number or film-ticket code; of a code all but its
 *     member see the last two characters only
 * @param reason why it waits; null where it does not
 * @param expectedBy by when it should be issued; null where it does not wait or nobody can say
 */
record GrantView(
    String id,
    String programme,
    GrantState state,
    @Nullable Instant issuedAt,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable String reference,
    List<String> contents,
    @Nullable WaitingReason reason,
    @Nullable Instant expectedBy) {

  /** As its member sees it. */
  static GrantView ofMember(Grant grant, Contents contents, Instant now) {
    return of(grant, grant.reference(), contents, now);
  }

  /** As anybody else sees it who may. */
  static GrantView ofStaff(Grant grant, Instant now) {
    return of(grant, StaffReference.of(grant), Contents.of(grant), now);
  }

  private static GrantView of(
      Grant grant, @Nullable String reference, Contents contents, Instant now) {
    Waiting waiting = grant.waiting();
    var opening = grant.opening();
    return new GrantView(
        grant.id().toString(),
        grant.id().programme(),
        grant.stateAt(now),
        grant.issuedAt(),
        opening.validity().from(),
        opening.validity().until(),
        reference,
        contents.words(),
        waiting == null ? null : waiting.reason(),
        waiting == null ? null : waiting.expectedBy());
  }
}
