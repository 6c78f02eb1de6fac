package org.nuanxin.benefits.grant.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.programme.Programmes;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.web.AnswerLanguage;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A member's own grants, and single ones for staff. */
@RestController
@RequestMapping("/api/v1")
class GrantsController {

  private final Grants grants;
  private final Programmes programmes;
  private final Clock clock;

  GrantsController(Grants grants, Programmes programmes, Clock clock) {
    this.grants = grants;
    this.programmes = programmes;
    this.clock = clock;
  }

  /**
   * The caller's grants, with what they hold in the language that is accepted, else as it was told;
   * empty for a phone no member is known by.
   */
  @GetMapping("/me/grants")
  ResponseEntity<Page<GrantView>> mine(
      Caller caller,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    Optional<String> language = AnswerLanguage.accepted(accepted);
    String phoneIndex = caller.phoneIndex();
    List<Grant> found =
        phoneIndex == null ? List.of() : grants.ofPhone(caller.federation(), phoneIndex);
    Instant now = clock.instant();
    List<String> languages = new ArrayList<>();
    List<GrantView> views = new ArrayList<>();
    for (Grant grant : found) {
      Contents contents = Contents.in(language, grant, programmes);
      languages.add(contents.language());
      views.add(GrantView.ofMember(grant, contents, now));
    }
    return AnswerLanguage.answer(Page.of(views), languages);
  }

  /**
   * One grant: its member's own, or for staff of the federation with what is the member's to use
   * hidden; 404 for anybody else.
   */
  @GetMapping("/grants/{id}")
  GrantView one(@PathVariable String id, Caller caller) {
    Instant now = clock.instant();
    return GrantId.parse(id)
        .flatMap(grants::find)
        .filter(grant -> grant.opening().federation().equals(caller.federation()))
        .flatMap(grant -> view(grant, caller, now))
        .orElseThrow(ProblemException::notFound);
  }

  private static Optional<GrantView> view(Grant grant, Caller caller, Instant now) {
    if (grant.opening().owner().phoneIndex().equals(caller.phoneIndex())) {
      return Optional.of(GrantView.ofMember(grant, Contents.of(grant), now));
    }
    return caller.hasAny(Role.FEDERATION_ADMIN, Role.AUDITOR)
        ? Optional.of(GrantView.ofStaff(grant, now))
        : Optional.empty();
  }
}
