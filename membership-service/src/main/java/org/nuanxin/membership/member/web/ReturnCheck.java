package org.nuanxin.membership.member.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Text;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.member.FieldReason;
import org.nuanxin.membership.member.ReturnableField;
import org.nuanxin.membership.member.ToCorrect;

/** Checks what is to be corrected, and why. */
final class ReturnCheck {

  /**
   * What is to be corrected, and why.
   *
   * @param reason about all of it; may be left out where {@code fieldReasons} has any
   * @param fields may be left out likewise, and is theirs then; else all of theirs are among it
   */
  record ReturnRequest(
      @Nullable String reason,
      @Nullable List<@Nullable String> fields,
      @Nullable List<@Nullable FieldReasonRequest> fieldReasons) {}

  /** Why one field is to be corrected. */
  record FieldReasonRequest(@Nullable String field, @Nullable String reason) {}

  private static final Set<String> FIELDS = Set.copyOf(ReturnableField.keys());
  private static final String ONE_OF_FIELDS = "must be one of " + new TreeSet<>(FIELDS);

  private ReturnCheck() {}

  static ToCorrect of(ReturnRequest request) {
    Violations violations = new Violations();
    List<@Nullable FieldReasonRequest> each = request.fieldReasons();
    boolean hasOwn = each != null && !each.isEmpty();
    String reason =
        Text.line(
                violations,
                "reason",
                request.reason(),
                hasOwn ? 0 : 1,
                DecisionCheck.LONGEST_REASON)
            .orElse(null);
    List<@Nullable String> sent = request.fields();
    Set<String> fields = sent == null && hasOwn ? new LinkedHashSet<>() : fields(sent, violations);
    List<FieldReason> own =
        each == null || each.isEmpty() ? List.of() : fieldReasons(each, sent, violations);
    violations.throwIfAny();
    own.forEach(known -> fields.add(known.field()));
    return new ToCorrect(List.copyOf(fields), reason, own);
  }

  private static Set<String> fields(@Nullable List<@Nullable String> sent, Violations violations) {
    Set<String> fields = new LinkedHashSet<>();
    if (violations.check(
            sent != null && !sent.isEmpty(), "fields", "REQUIRED", "names what is to be corrected")
        && sent != null
        && violations.check(
            sent.size() <= FIELDS.size(), "fields", "TOO_MANY", "names a field more than once")) {
      for (int i = 0; i < sent.size(); i++) {
        String field = String.valueOf(sent.get(i));
        violations.check(FIELDS.contains(field), "fields[" + i + "]", "NOT_ALLOWED", ONE_OF_FIELDS);
        fields.add(field);
      }
    }
    return fields;
  }

  private static List<FieldReason> fieldReasons(
      List<@Nullable FieldReasonRequest> sent,
      @Nullable List<@Nullable String> fields,
      Violations violations) {
    List<FieldReason> reasons = new ArrayList<>();
    if (!violations.check(
        sent.size() <= FIELDS.size(), "fieldReasons", "TOO_MANY", "names a field more than once")) {
      return reasons;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      FieldReasonRequest each = sent.get(i);
      String at = "fieldReasons[" + i + "]";
      String field = each == null ? null : each.field();
      if (violations.require(at + ".field", field) && field != null) {
        check(at + ".field", field, fields, seen, violations);
      }
      String reason =
          Text.line(
                  violations,
                  at + ".reason",
                  each == null ? null : each.reason(),
                  1,
                  DecisionCheck.LONGEST_REASON)
              .orElse("");
      reasons.add(new FieldReason(String.valueOf(field), reason));
    }
    return reasons;
  }

  private static void check(
      String at,
      String field,
      @Nullable List<@Nullable String> fields,
      Set<String> seen,
      Violations violations) {
    if (violations.check(FIELDS.contains(field), at, "NOT_ALLOWED", ONE_OF_FIELDS)
        && violations.check(seen.add(field), at, "DUPLICATE", "has a reason already")) {
      violations.check(
          fields == null || fields.contains(field), at, "NOT_ALLOWED", "must be among fields");
    }
  }
}
