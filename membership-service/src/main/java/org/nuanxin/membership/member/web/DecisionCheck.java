package org.nuanxin.membership.member.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.Text;
import org.nuanxin.kit.web.Violations;
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

  /** What is to be corrected, and why. */
  record ReturnRequest(@Nullable String reason, @Nullable List<@Nullable String> fields) {}

  /** Why it is refused; {@code fields} is a return's and counts for nothing. */
  record RejectRequest(@Nullable String reason, @Nullable List<@Nullable String> fields) {}

  /** A valid approval. */
  record Approve(@Nullable String reason, @Nullable Union otherUnion) {}

  /** A valid return. */
  record Return(String reason, List<String> fields) {}

  /** Fields that an applicant can correct; the phone is the one they signed in with. */
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "idNumber",
          "occupation",
          "platforms",
          "employer",
          "communityCode",
          "stationCode");

  private static final int LONGEST_REASON = 500;

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

  Return giveBack(ReturnRequest request) {
    Violations violations = new Violations();
    String reason = reason(violations, request.reason());
    Set<String> fields = new LinkedHashSet<>();
    List<@Nullable String> sent = request.fields();
    if (violations.check(
            sent != null && !sent.isEmpty(), "fields", "REQUIRED", "names what is to be corrected")
        && sent != null
        && violations.check(
            sent.size() <= FIELDS.size(), "fields", "TOO_MANY", "names a field more than once")) {
      for (int i = 0; i < sent.size(); i++) {
        String field = String.valueOf(sent.get(i));
        violations.check(
            FIELDS.contains(field),
            "fields[" + i + "]",
            "NOT_ALLOWED",
            "must be one of " + new TreeSet<>(FIELDS));
        fields.add(field);
      }
    }
    violations.throwIfAny();
    return new Return(reason, List.copyOf(fields));
  }

  String reject(RejectRequest request) {
    Violations violations = new Violations();
    String reason = reason(violations, request.reason());
    violations.throwIfAny();
    return reason;
  }

  private static String reason(Violations violations, @Nullable String reason) {
    return Text.line(violations, "reason", reason, 1, LONGEST_REASON).orElse("");
  }
}
