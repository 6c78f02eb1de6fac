package org.nuanxin.membership.member;

import java.util.EnumSet;
import java.util.Set;

/** The named rules of auto-review: an application that passes every enabled one is approved. */
public enum Rule {
  /** The ID number has the right form, region, date and check digit. */
  ID_NUMBER_VALID {
    @Override
    boolean passes(Facts facts) {
      return IdNumber.faultOf(facts.person().idNumber(), facts.today())
          .filter(fault -> fault != IdNumber.Fault.TOO_YOUNG)
          .isEmpty();
    }
  },
  /** The person is 16 or older. */
  AGE_AT_LEAST_16 {
    @Override
    boolean passes(Facts facts) {
      return !facts.idNumberHas(IdNumber.Fault.TOO_YOUNG);
    }
  },
  /** The applicant proved to hold the phone, or staff applies and vouches for it. */
  PHONE_VERIFIED {
    @Override
    boolean passes(Facts facts) {
      return facts.phoneVerified();
    }
  },
  /** The consent given is the current one. */
  CONSENT_CURRENT {
    @Override
    boolean passes(Facts facts) {
      return facts.consentCurrent();
    }
  },
  /** The community is one of the federation's. */
  COMMUNITY_KNOWN {
    @Override
    boolean passes(Facts facts) {
      return facts.communityKnown();
    }
  },
  /** The employer is not nearly, but not quite, a key enterprise: a human picks the union. */
  EMPLOYER_UNAMBIGUOUS {
    @Override
    boolean passes(Facts facts) {
      return !facts.employerAmbiguous();
    }
  },
  /**
   * The last decision on the person was no refusal, and the person was never expelled. What was
   * withdrawn since decides nothing; where older decisions are archived, a human looks.
   */
  NOT_REFUSED_BEFORE {
    @Override
    boolean passes(Facts facts) {
      Member before = facts.before();
      return before == null || (!before.isExpelled() && !wasRefused(before));
    }

    private static boolean wasRefused(Member before) {
      return before.applications().reversed().stream()
          .map(Application::state)
          .filter(state -> state == ApplicationState.APPROVED || state == ApplicationState.REJECTED)
          .findFirst()
          .map(decision -> decision == ApplicationState.REJECTED)
          .orElseGet(() -> before.current().ordinal() > Member.BOUND);
    }
  },
  /** The person applied without help. Not enabled unless configured. */
  SELF_SERVICE {
    @Override
    boolean passes(Facts facts) {
      return !facts.assisted();
    }
  },
  /** Never passes: everything goes to review. Not enabled unless configured. */
  MANUAL_REVIEW {
    @Override
    boolean passes(Facts facts) {
      return false;
    }
  };

  /** The rules that apply unless configured otherwise. */
  public static final Set<Rule> DEFAULT =
      Set.copyOf(EnumSet.range(ID_NUMBER_VALID, NOT_REFUSED_BEFORE));

  abstract boolean passes(Facts facts);
}
