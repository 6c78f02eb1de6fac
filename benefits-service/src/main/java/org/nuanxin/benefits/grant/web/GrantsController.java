package org.nuanxin.benefits.grant.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A member's own grants, and single ones for staff. */
@RestController
@RequestMapping("/api/v1")
class GrantsController {

  private final Grants grants;
  private final Clock clock;

  GrantsController(Grants grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  /** The caller's grants; empty for a phone no member is known by. */
  @GetMapping("/me/grants")
  Page<GrantView> mine(Caller caller) {
    String phoneIndex = caller.phoneIndex();
    if (phoneIndex == null) {
      return Page.of(List.of());
    }
    Instant now = clock.instant();
    return Page.of(
        grants.ofPhone(caller.federation(), phoneIndex).stream()
            .map(grant -> GrantView.of(grant, now))
            .toList());
  }

  /** One grant: its member's own, or for staff of the federation; 404 for anybody else. */
  @GetMapping("/grants/{id}")
  GrantView one(@PathVariable String id, Caller caller) {
    return GrantId.parse(id)
        .flatMap(grants::find)
        .filter(grant -> maySee(caller, grant))
        .map(grant -> GrantView.of(grant, clock.instant()))
        .orElseThrow(ProblemException::notFound);
  }

  private static boolean maySee(Caller caller, Grant grant) {
    var opening = grant.opening();
    return opening.federation().equals(caller.federation())
        && (caller.hasAny(Role.FEDERATION_ADMIN, Role.AUDITOR)
            || opening.owner().phoneIndex().equals(caller.phoneIndex()));
  }
}
