package org.nuanxin.membership.member.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.AnswerLanguage;
import org.nuanxin.kit.web.Limits;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.access.AccessLog;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Membership;
import org.nuanxin.membership.member.MembershipState;
import org.nuanxin.membership.member.OwnAffairs;
import org.nuanxin.membership.union.UnionTree;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The worker's own membership. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

  /**
   * The membership as its member sees it.
   *
   * @param language of messages to the person, whichever this is answered in
   */
  record MeView(
      String memberId,
      String membershipNumber,
      MembershipState state,
      String name,
      OwnUnion union,
      Instant joinedAt,
      @Nullable Instant leftAt,
      String language) {}

  private final Records records;
  private final OwnAffairs own;
  private final PhoneChanges phoneChanges;
  private final UnionTree unions;
  private final AccessLog accessLog;

  MeController(
      Records records,
      OwnAffairs own,
      PhoneChanges phoneChanges,
      UnionTree unions,
      AccessLog accessLog) {
    this.accessLog = accessLog;
    this.records = records;
    this.own = own;
    this.phoneChanges = phoneChanges;
    this.unions = unions;
  }

  /**
   * The membership; 404 before joining, and still there after leaving. The union's name is in the
   * language that is accepted, else in the person's.
   */
  @GetMapping
  ResponseEntity<MeView> me(
      Caller caller,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    Member member = records.own(caller).orElseThrow(ProblemException::notFound);
    Language language = accepted(accepted).orElse(member.language());
    return AnswerLanguage.answer(
        view(member, language).orElseThrow(ProblemException::notFound), List.of(language.tag()));
  }

  /**
   * Own applications, newest first; what the union is called and why it is that one is told in the
   * language that is accepted, else in the application's.
   */
  @GetMapping("/applications")
  ResponseEntity<Page<ApplicationView>> applications(
      Caller caller,
      @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
    Optional<Language> asked = accepted(accepted);
    List<String> languages = new ArrayList<>();
    List<ApplicationView> views = new ArrayList<>();
    for (Records.Found found : records.ownApplications(caller)) {
      Language language = asked.orElse(found.application().details().language());
      languages.add(language.tag());
      views.add(ApplicationView.of(found.member(), found.application(), language, unions, null));
    }
    return AnswerLanguage.answer(Page.of(views), languages);
  }

  /** Who of the staff looked at one's applications or full record, newest first. */
  @GetMapping("/access-log")
  Page<AccessLog.Entry> accessLog(
      Caller caller, @RequestParam(required = false) @Nullable Integer limit) {
    int most = Limits.of(limit);
    return Page.of(
        records.own(caller).map(member -> accessLog.latest(member.id(), most)).orElse(List.of()));
  }

  /** Leaves the union; what is unused ends soon after. */
  @PostMapping("/leave")
  @ResponseStatus(HttpStatus.ACCEPTED)
  MeView leave(Caller caller) {
    return Conflicts.told(() ->
        Optional.ofNullable(caller.phoneIndex())
            .flatMap(phone -> own.leave(caller.federation(), phone))
            .flatMap(member -> view(member, member.language()))
            .orElseThrow(ProblemException::notFound));
  }

  /** Takes another phone, which a token of its own proves. */
  @PutMapping("/phone")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void phone(Caller caller, @RequestBody PhoneChanges.PhoneChange request) {
    phoneChanges.change(caller, request);
  }

  private static Optional<Language> accepted(@Nullable String header) {
    return AnswerLanguage.accepted(header).flatMap(Language::of);
  }

  private Optional<MeView> view(Member member, Language language) {
    return member.joined().map(membership -> view(member, membership, language));
  }

  private MeView view(Member member, Membership membership, Language language) {
    return new MeView(
        member.id(),
        membership.number(),
        membership.state(),
        records.open(member).name(),
        OwnUnion.of(membership.unionId(), unions, language.tag()),
        membership.joining().joinedAt(),
        membership.joining().leftAt(),
        member.language().tag());
  }
}
