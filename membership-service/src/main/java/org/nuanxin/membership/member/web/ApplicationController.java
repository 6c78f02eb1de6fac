package org.nuanxin.membership.member.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.IdempotencyKeys;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplyForMembership;
import org.nuanxin.membership.member.Applying;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.OwnAffairs;
import org.nuanxin.membership.union.UnionTree;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Applying, and an applicant's own application. */
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationController {

  private final Applicants applicants;
  private final ApplyForMembership apply;
  private final Corrections corrections;
  private final OwnAffairs own;
  private final Records records;
  private final UnionTree unions;

  ApplicationController(
      Applicants applicants,
      ApplyForMembership apply,
      Corrections corrections,
      OwnAffairs own,
      Records records,
      UnionTree unions) {
    this.applicants = applicants;
    this.apply = apply;
    this.corrections = corrections;
    this.own = own;
    this.records = records;
    this.unions = unions;
  }

  /** Applies for oneself, or as staff for somebody. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<ApplicationView> apply(
      @RequestHeader(IdempotencyKeys.HEADER) String key,
      Caller caller,
      @RequestBody ApplicationRequest request) {
    Applying applying = applicants.applying(caller, IdempotencyKeys.require(key), request);
    return switch (Conflicts.told(() -> apply.handle(applying))) {
      case ApplyForMembership.Accepted it -> created(it.member(), it.application());
      case ApplyForMembership.Replayed it -> created(it.member(), it.application());
      case ApplyForMembership.KeyReused it ->
          throw new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "idempotency-key-reused",
              "This Idempotency-Key was used for another request.");
      case ApplyForMembership.AlreadyThere it -> throw alreadyThere(it.applicationId());
      case ApplyForMembership.TooOften it ->
          throw new ProblemException(
                  HttpStatus.TOO_MANY_REQUESTS,
                  "too-many-applications",
                  "There have been too many applications by this person within a week.")
              .retryAfter(86_400);
    };
  }

  /**
   * The application, for its applicant and for staff within their unions; masked for staff who has
   * not to decide about it.
   */
  @GetMapping("/{id}")
  ResponseEntity<ApplicationView> read(Caller caller, @PathVariable String id) {
    return answer(records.application(caller, id));
  }

  /** Corrects the fields that were given back. */
  @PutMapping("/{id}")
  ResponseEntity<ApplicationView> correct(
      Caller caller,
      @PathVariable String id,
      @Parameter(required = true) @RequestHeader(value = "If-Match", required = false)
          @Nullable String ifMatch,
      @RequestBody ApplicationRequest request) {
    Member corrected = Conflicts.told(() -> corrections.correct(caller, id, ifMatch, request));
    return answer(new Records.Found(corrected, corrected.current(), null));
  }

  /** Takes the application back. */
  @PostMapping("/{id}/withdraw")
  ResponseEntity<ApplicationView> withdraw(Caller caller, @PathVariable String id) {
    String phone = caller.phoneIndex();
    Member member =
        Conflicts.told(() ->
            Optional.ofNullable(phone)
                .flatMap(index -> own.withdraw(caller.federation(), index, id))
                .orElseThrow(ProblemException::notFound));
    return answer(new Records.Found(member, member.current(), null));
  }

  private ResponseEntity<ApplicationView> created(Member member, Application application) {
    return ResponseEntity.created(URI.create("/api/v1/applications/" + application.id()))
        .eTag(ETags.of(member))
        .body(ApplicationView.of(member, application, unions, null));
  }

  private ResponseEntity<ApplicationView> answer(Records.Found found) {
    ApplicationView view =
        ApplicationView.of(found.member(), found.application(), unions, found.person());
    return ResponseEntity.ok()
        .eTag(ETags.of(found.member()))
        .body(found.byStaff() ? view.forStaff(found.member(), found.application()) : view);
  }

  private static ProblemException alreadyThere(@Nullable String applicationId) {
    if (applicationId == null) {
      return ProblemException.conflict(
          "cannot-apply",
          "This application cannot be taken here. Please ask the union of your community.");
    }
    return ProblemException.conflict(
            "already-applied", "You have applied already, or are a member.")
        .with("applicationId", applicationId);
  }
}
