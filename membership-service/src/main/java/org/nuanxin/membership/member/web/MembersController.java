package org.nuanxin.membership.member.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.Masked;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.Membership;
import org.nuanxin.membership.member.MembershipState;
import org.nuanxin.membership.member.Person;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A member as the staff of its union sees it, personal data masked. */
@RestController
@RequestMapping("/api/v1/members")
class MembersController {

  /** A member, masked. */
  record MemberView(
      String memberId,
      String name,
      String phone,
      String unionId,
      @Nullable MembershipState state,
      @Nullable String membershipNumber,
      @Nullable Instant joinedAt,
      String applicationId,
      long version) {}

  private final Members members;
  private final Records records;
  private final Scope scope;
  private final MemberSearching searching;
  private final Disclosures disclosures;

  MembersController(
      Members members,
      Records records,
      Scope scope,
      MemberSearching searching,
      Disclosures disclosures) {
    this.members = members;
    this.records = records;
    this.scope = scope;
    this.searching = searching;
    this.disclosures = disclosures;
  }

  /** Members within the caller's unions, masked, who joined last first. */
  @PostMapping("/search")
  Page<MemberItem> search(Caller caller, @RequestBody MemberSearchRequest request) {
    return searching.search(caller, request);
  }

  /** The full record in clear, once it is written down who looks and what for. */
  @PostMapping("/{id}/disclosure")
  ResponseEntity<DisclosureView> disclose(
      Caller caller, @PathVariable String id, @RequestBody Disclosures.DisclosureRequest request) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(disclosures.disclose(caller, id, request));
  }

  /** One member within the caller's unions. */
  @GetMapping("/{id}")
  MemberView read(Caller caller, @PathVariable String id) {
    Member member =
        members
            .find(caller.federation(), id)
            .filter(found -> scope.mayRead(caller, found))
            .orElseThrow(ProblemException::notFound);
    Person person = records.open(member);
    Membership membership = member.membership();
    return new MemberView(
        member.id(),
        Masked.name(person.name()),
        Masked.phone(person.phone()),
        member.unionId(),
        membership == null ? null : membership.state(),
        membership == null ? null : membership.number(),
        membership == null ? null : membership.joining().joinedAt(),
        member.current().id(),
        member.version());
  }
}
