package org.nuanxin.benefits.grant.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.programme.Programme;

/**
 * What others than the member see of a grant's reference. A number in an insurer's or a clinic's
 * books helps nobody but its member and is shown; any other may be a code that whoever knows it can
 * use, as a film ticket's, so they see enough to recognise it and no more.
 */
final class StaffReference {

  private static final Set<String> NUMBERED =
      Set.of(Programme.ACCIDENT_INSURANCE, Programme.HEALTH_CHECK);
  private static final int SHOWN = 2;

  /** With fewer characters hidden, the shown ones would be much of a code. */
  private static final int LEAST_HIDDEN = 4;

  private StaffReference() {}

  static @Nullable String of(Grant grant) {
    String reference = grant.reference();
    return reference == null || NUMBERED.contains(grant.id().programme())
        ? reference
        : masked(reference);
  }

  private static String masked(String code) {
    int hidden = code.length() - SHOWN;
    return hidden < LEAST_HIDDEN
        ? "*".repeat(code.length())
        : "*".repeat(hidden) + code.substring(hidden);
  }
}
