package org.nuanxin.membership.member.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.member.CorrectApplication;
import org.nuanxin.membership.member.Details;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.Person;

/** Correcting an application: only what was given back may change. */
final class Corrections {

  private final Records records;
  private final ApplicationCheck check;
  private final CorrectApplication correct;

  Corrections(Records records, ApplicationCheck check, CorrectApplication correct) {
    this.records = records;
    this.check = check;
    this.correct = correct;
  }

  /**
   * Corrects.
   *
   * @throws ProblemException 404, 428, 412, or 400 with every field that is wrong or was not given
   *     back
   */
  Member correct(Caller caller, String id, @Nullable String ifMatch, ApplicationRequest request) {
    Member member =
        records
            .own(caller)
            .filter(own -> own.applications().stream().anyMatch(each -> each.id().equals(id)))
            .orElseThrow(ProblemException::notFound);
    ETags.require(ifMatch, member);
    Violations violations = new Violations();
    ApplicationCheck.Valid valid = check.check(request, violations).orElse(null);
    if (valid == null) {
      violations.throwIfAny();
      throw new IllegalStateException("What is not valid has a violation");
    }
    if (member.current().id().equals(id)) {
      requireOnlyReturned(member, valid, violations);
    }
    violations.throwIfAny();
    try {
      return correct.handle(member, id, valid.person(), valid.details());
    } catch (Members.Overtaken e) {
      throw ETags.changed();
    }
  }

  private void requireOnlyReturned(
      Member member, ApplicationCheck.Valid valid, Violations violations) {
    if (!member.current().returnedFields().isEmpty()) {
      Person before = records.open(member);
      Details was = member.current().details();
      Details is = valid.details();
      List<String> returned = member.current().returnedFields();
      same(violations, returned, "name", before.name(), valid.person().name());
      same(violations, returned, "idNumber", before.idNumber(), valid.person().idNumber());
      same(violations, returned, "phone", before.phone(), valid.person().phone());
      same(violations, returned, "occupation", was.occupation(), is.occupation());
      same(violations, returned, "platforms", was.platforms(), is.platforms());
      same(violations, returned, "employer", was.employer(), is.employer());
      same(violations, returned, "communityCode", was.communityCode(), is.communityCode());
      same(violations, returned, "stationCode", was.stationCode(), is.stationCode());
    }
  }

  private static void same(
      Violations violations,
      List<String> returned,
      String field,
      @Nullable Object before,
      @Nullable Object after) {
    violations.check(
        returned.contains(field) || Objects.equals(before, after),
        field,
        "NOT_RETURNED",
        "was not given back for correction");
  }
}
