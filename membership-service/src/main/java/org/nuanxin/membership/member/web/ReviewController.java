package org.nuanxin.membership.member.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Rejection;
import org.nuanxin.membership.member.ReviewApplication;
import org.nuanxin.membership.member.ToCorrect;
import org.nuanxin.membership.union.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reviewers' queue, and deciding. */
@RestController
@RequestMapping("/api/v1/review/applications")
class ReviewController {

  private final QueueReading queue;
  private final DecisionCheck check;
  private final ReviewApplication review;
  private final Scope scope;
  private final UnionTree unions;

  ReviewController(
      QueueReading queue,
      DecisionCheck check,
      ReviewApplication review,
      Scope scope,
      UnionTree unions) {
    this.queue = queue;
    this.check = check;
    this.review = review;
    this.scope = scope;
    this.unions = unions;
  }

  /** Applications that went to review, the most urgent first, within the caller's unions. */
  @GetMapping
  Page<QueueItem> queue(
      Caller caller,
      @RequestParam(defaultValue = "IN_REVIEW") ApplicationState state,
      @RequestParam(required = false) @Nullable String union,
      @RequestParam(required = false) @Nullable String due,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return queue.read(caller, state, union, due, cursor, limit);
  }

  /** Approves; the person is a member with that. */
  @PostMapping("/{id}/approve")
  ResponseEntity<ApplicationView> approve(
      Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) DecisionCheck.@Nullable ApproveRequest request) {
    DecisionCheck.Approve approve = check.approve(caller, request);
    return decided(
        () -> review.approve(reviewer(caller), id, approve.reason(), approve.otherUnion()));
  }

  /** Gives it back for correction of named fields, for one reason or for one each. */
  @PostMapping("/{id}/return")
  ResponseEntity<ApplicationView> giveBack(
      Caller caller, @PathVariable String id, @RequestBody ReturnCheck.ReturnRequest request) {
    ToCorrect what = ReturnCheck.of(request);
    return decided(() -> review.giveBack(reviewer(caller), id, what));
  }

  /** Refuses, with a reason, a code that says why, or both. */
  @PostMapping("/{id}/reject")
  ResponseEntity<ApplicationView> reject(
      Caller caller, @PathVariable String id, @RequestBody DecisionCheck.RejectRequest request) {
    Rejection why = check.reject(request);
    return decided(() -> review.reject(reviewer(caller), id, why));
  }

  private ReviewApplication.Reviewer reviewer(Caller caller) {
    return new ReviewApplication.Reviewer(
        caller.federation(), caller.subject(), union -> scope.mayDecide(caller, union));
  }

  private ResponseEntity<ApplicationView> decided(Supplier<Optional<Member>> decision) {
    Member member = Conflicts.told(() -> decision.get().orElseThrow(ProblemException::notFound));
    return ResponseEntity.ok()
        .eTag(ETags.of(member))
        .body(ApplicationView.of(member, member.current(), unions, null));
  }
}
