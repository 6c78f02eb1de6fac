package org.nuanxin.membership.member.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Text;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.member.Rejection;
import org.nuanxin.membership.member.RejectionCode;
import org.nuanxin.membership.union.Union;
import org.nuanxin.membership.union.UnionTree;

/** Checks what a reviewer sends along with a decision. */
final class DecisionCheck {

  /**
   * Everything is optional; {@code union} picks another union than the application's. {@code
   * fields} is a return's; clients that send one body for all three decisions are not refused.
   */
  record ApproveRequest(
      @Nullable String reason, @Nullable String union, @Nullable List<@Nullable String> fields) {}

  /**
   * Why it is refused; {@code fields} is a return's and counts for nothing.
   *
   * @param reason may be left out where {@code code} says why
   * @param code one of {@link RejectionCode}; may be left out
   */
  record RejectRequest(
      @Nullable String reason, @Nullable String code, @Nullable List<@Nullable String> fields) {}

  /** A valid approval. */
  record Approve(@Nullable String reason, @Nullable Union otherUnion) {}

  static final int LONGEST_REASON = 500;

  private final UnionTree unions;
  private final Scope scope;

  DecisionCheck(UnionTree unions, Scope scope) {
    this.unions = unions;
    this.scope = scope;
  }

  Approve approve(Caller caller, @Nullable ApproveRequest request) {
    if (request == null) {
      return new Approve(null, null);
    }
    Violations violations = new Violations();
    String reason =
        Text.line(violations, "reason", request.reason(), 0, LONGEST_REASON).orElse(null);
    String picked = request.union();
    Optional<Union> union = picked == null ? Optional.empty() : unions.union(picked);
    violations.check(
        picked == null || union.filter(each -> scope.mayDecide(caller, each.id())).isPresent(),
        "union",
        "UNKNOWN",
        "must be one of your unions");
    violations.throwIfAny();
    return new Approve(reason, union.orElse(null));
  }

  Rejection reject(RejectRequest request) {
    Violations violations = new Violations();
    String sent = request.code();
    Optional<RejectionCode> code =
        Arrays.stream(RejectionCode.values()).filter(each -> each.name().equals(sent)).findFirst();
    violations.check(
        sent == null || code.isPresent(),
        "code",
        "NOT_ALLOWED",
        "must be one of " + Arrays.toString(RejectionCode.values()));
    // Of a code that nobody knows it cannot be said whether it says why.
    boolean mayLeaveOut = code.map(RejectionCode::saysWhy).orElse(sent != null);
    String reason =
        Text.line(violations, "reason", request.reason(), mayLeaveOut ? 0 : 1, LONGEST_REASON)
            .orElse(null);
    violations.throwIfAny();
    return new Rejection(code.orElse(null), reason);
  }
}
