package org.nuanxin.membership.member.web;

import java.util.function.Supplier;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Unavailable;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.Refusal;

/** What stood against a change, told to its caller. */
public final class Conflicts {

  private Conflicts() {}

  /**
   * Runs a change.
   *
   * @throws ProblemException 409 saying what stood against it
   * @throws Unavailable when others change the same person all the time
   */
  public static <T> T told(Supplier<T> change) {
    try {
      return change.get();
    } catch (Refusal e) {
      throw problem(e);
    } catch (Members.Taken e) {
      throw ProblemException.conflict(
          "cannot-change", "This cannot be changed here. Please ask the union of your community.");
    } catch (Members.Overtaken e) {
      throw new Unavailable("Others are changing the same record. Please try again.", e);
    }
  }

  private static ProblemException problem(Refusal refusal) {
    return switch (refusal.kind()) {
      case ALREADY_DECIDED -> decided(refusal.application());
      case NOT_IN_REVIEW -> conflict("not-in-review", "It is not in review.", refusal);
      case NOT_RETURNED ->
          conflict("not-returned", "It was not given back for correction.", refusal);
      case RETURNED_TOO_OFTEN ->
          conflict("returned-too-often", "It was given back too often; decide it.", refusal);
      case NOT_OPEN -> conflict("not-open", "It is not open any more.", refusal);
      case NOT_A_MEMBER ->
          ProblemException.conflict("not-a-member", "There is no membership to leave.");
    };
  }

  private static ProblemException conflict(String code, String detail, Refusal refusal) {
    return ProblemException.conflict(code, detail).with("state", refusal.application().state());
  }

  private static ProblemException decided(Application application) {
    ProblemException problem =
        ProblemException.conflict("already-decided", "It was decided before.")
            .with("state", application.state());
    application
        .decision()
        .ifPresent(step ->
            problem
                .with("decidedBy", step.actor())
                .with("decidedAt", step.at())
                .with("decision", step.action()));
    return problem;
  }
}
