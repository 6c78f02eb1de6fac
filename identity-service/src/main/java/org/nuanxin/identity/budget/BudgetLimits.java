package org.nuanxin.identity.budget;

/**
 * How much each budget holds, per address and minute.
 *
 * @param codes requests for a code; a whole block of flats may share one address
 * @param signIns tries to sign in
 */
public record BudgetLimits(int codes, int signIns) {

  /** What this budget holds. */
  public int of(Budget budget) {
    return switch (budget) {
      case CODES -> codes;
      case SIGN_INS -> signIns;
    };
  }
}
