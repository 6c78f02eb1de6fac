import type { components, MembershipState, Occupation } from '@nuanxin/api'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What members are looked for by. */
export interface Criteria {
  phone: string
  idNumber: string
  membershipNumber: string
  state: string
  unionId: string
  occupation: string
}

export const STATES = [
  'ACTIVE',
  'SUSPENDED',
  'LAPSED',
  'LEFT',
  'EXPELLED',
  'DECEASED',
] as const satisfies readonly MembershipState[]

export const OCCUPATIONS = [
  'COURIER',
  'FOOD_DELIVERY_RIDER',
  'RIDE_HAILING_DRIVER',
  'TRUCK_DRIVER',
  'LIVE_STREAMER',
  'OTHER',
] as const satisfies readonly Occupation[]

/** Members on one page. */
export const PAGE = 25

/** The criteria in an address, which never holds what tells who somebody is. */
export function criteriaOf(query: LocationQuery): Criteria {
  const one = (value: LocationQuery[string] | undefined) =>
    (Array.isArray(value) ? value[0] : value) ?? ''
  const known = (value: string, all: readonly string[]) => (all.includes(value) ? value : '')
  return {
    phone: '',
    idNumber: '',
    membershipNumber: '',
    state: known(one(query.state), STATES),
    unionId: /^[0-9A-Za-z-]{1,64}$/.test(one(query.union)) ? one(query.union) : '',
    occupation: known(one(query.occupation), OCCUPATIONS),
  }
}

/** What of the criteria may stand in an address. */
export function queryOf({ state, unionId, occupation }: Criteria): LocationQueryRaw {
  return {
    ...(state === '' ? {} : { state }),
    ...(unionId === '' ? {} : { union: unionId }),
    ...(occupation === '' ? {} : { occupation }),
  }
}

/** The criteria as the server takes them; what is empty is not sent. */
export function bodyOf(
  criteria: Criteria,
  cursor: string | null,
): components['schemas']['MemberSearchRequest'] {
  const filled = Object.entries(criteria)
    .map(([name, value]: [string, string]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  return { ...Object.fromEntries(filled), limit: PAGE, ...(cursor === null ? {} : { cursor }) }
}
