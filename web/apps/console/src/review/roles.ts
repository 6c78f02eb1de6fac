const DECIDE = ['REVIEWER', 'UNION_ADMIN', 'FEDERATION_ADMIN']

const RELINK = ['UNION_ADMIN', 'FEDERATION_ADMIN']

/** Whether somebody with these roles decides about applications; an auditor only looks. */
export function mayDecide(roles: readonly string[]): boolean {
  return roles.some((role) => DECIDE.includes(role))
}

/** Whether somebody with these roles gives and takes members' numbers. */
export function mayRelink(roles: readonly string[]): boolean {
  return roles.some((role) => RELINK.includes(role))
}
