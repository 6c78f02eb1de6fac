/** The areas of the console and who may enter each; the server decides all the same. */
export const AREAS = [
  { name: 'dashboard', roles: ['FEDERATION_ADMIN', 'UNION_ADMIN', 'REVIEWER', 'AUDITOR'] },
  { name: 'review', roles: ['FEDERATION_ADMIN', 'UNION_ADMIN', 'REVIEWER', 'AUDITOR'] },
  { name: 'members', roles: ['FEDERATION_ADMIN', 'UNION_ADMIN', 'REVIEWER', 'AUDITOR'] },
  { name: 'benefits', roles: ['FEDERATION_ADMIN', 'AUDITOR'] },
  { name: 'stations', roles: ['FEDERATION_ADMIN', 'UNION_ADMIN', 'STATION_KEEPER', 'AUDITOR'] },
  { name: 'flow', roles: ['OPS'] },
  { name: 'dead-letters', roles: ['OPS'] },
] as const

export type Area = (typeof AREAS)[number]['name']

/** What a person with these roles finds in the menu, the first being where they begin. */
export function areasOf(roles: readonly string[]): Area[] {
  return AREAS.filter((area) => area.roles.some((role) => roles.includes(role))).map(
    (area) => area.name,
  )
}
