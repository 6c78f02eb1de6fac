package org.nuanxin.membership.timeline.web;

import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.web.Scope;
import org.nuanxin.membership.timeline.ReadTimeline;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A member's timeline as the staff of its union sees it: what the member sees, and the events
 * behind it.
 */
@RestController
class MemberTimelineController {

  private final Members members;
  private final ReadTimeline timeline;
  private final Scope scope;

  MemberTimelineController(Members members, ReadTimeline timeline, Scope scope) {
    this.members = members;
    this.timeline = timeline;
    this.scope = scope;
  }

  /** Every step so far and what is awaited, oldest first, in the member's language. */
  @GetMapping("/api/v1/members/{id}/timeline")
  Page<StaffTimelineItem> read(Caller caller, @PathVariable String id) {
    return Page.of(
        members
            .find(caller.federation(), id)
            .filter(member -> scope.mayRead(caller, member))
            .map(timeline::traced)
            .map(items -> items.stream().map(StaffTimelineItem::of).toList())
            .orElseThrow(ProblemException::notFound));
  }
}
