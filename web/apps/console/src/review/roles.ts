const DECIDE = ['REVIEWER', 'UNION_ADMIN', 'FEDERATION_ADMIN']

/** Whether somebody with these roles decides about applications; an auditor only looks. */
export function mayDecide(roles: readonly string[]): boolean {
  return roles.some((role) => DECIDE.includes(role))
}
