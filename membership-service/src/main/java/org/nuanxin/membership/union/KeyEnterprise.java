package org.nuanxin.membership.union;

/**
 * An enterprise with a union of its own.
 *
 * @param union the union's id
 * @param name the enterprise's registered name
 */
public record KeyEnterprise(String union, String name) {

  /** The name in the form in which names are compared. */
  public EmployerName employer() {
    return EmployerName.of(name);
  }
}
