package org.nuanxin.membership.member.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.union.Assignment;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.UnionTree;

/** Checks what decides about the union, and finds it. */
final class RoutingCheck {

  /** What decides about the union. */
  record Valid(Occupation occupation, @Nullable String employer, String communityCode) {}

  private static final int LONGEST_EMPLOYER = 100;
  private static final int CODE = 12;

  private final UnionTree unions;

  RoutingCheck(UnionTree unions) {
    this.unions = unions;
  }

  /**
   * Checks field by field.
   *
   * @param violations takes what is wrong
   * @return empty when anything is wrong, also when something was before
   */
  Optional<Valid> check(
      @Nullable String occupation,
      ApplicationRequest.@Nullable EmployerRequest employer,
      @Nullable String communityCode,
      Violations violations) {
    Optional<Occupation> work = occupation(occupation, violations);
    String name =
        employer == null
            ? ""
            : FreeText.of("employer.name", employer.name(), LONGEST_EMPLOYER, violations);
    String community = community(communityCode, violations);
    return violations.isEmpty()
        ? work.map(each -> new Valid(each, name.isEmpty() ? null : name, community))
        : Optional.empty();
  }

  /** The union, by the rule by which applications are assigned. */
  Assignment assign(Valid valid) {
    return unions.assign(valid.occupation(), valid.employer(), valid.communityCode());
  }

  private static Optional<Occupation> occupation(@Nullable String value, Violations violations) {
    if (!violations.require("occupation", value)) {
      return Optional.empty();
    }
    Optional<Occupation> occupation =
        Arrays.stream(Occupation.values()).filter(each -> each.name().equals(value)).findFirst();
    violations.check(
        occupation.isPresent(),
        "occupation",
        "NOT_ALLOWED",
        "must be one of " + Arrays.toString(Occupation.values()));
    return occupation;
  }

  private String community(@Nullable String value, Violations violations) {
    if (!violations.require("communityCode", value) || value == null) {
      return "";
    }
    violations.check(
        value.length() == CODE && unions.community(value).isPresent(),
        "communityCode",
        "COMMUNITY_UNKNOWN",
        "must be a community or village of this federation");
    return value;
  }
}
