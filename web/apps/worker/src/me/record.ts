import { type components, Problem } from '@nuanxin/api'
import { api } from '../session'

/** What is stored about the person signed in. What this server does not tell is left out. */
export interface OwnRecord {
  memberId: string
  name: string
  idNumber?: string
  birthDate?: string
  phone?: string
  occupation?: string
  platforms?: string[]
  employer?: { name: string } | null
  community?: { code: string; name: string }
  stationCode?: string | null
  language?: string
  consentVersion?: string
  consentedAt?: string
  union?: { id?: string; name?: string }
  state?: NonNullable<components['schemas']['MeView']['state']> | null
  membershipNumber?: string | null
  joinedAt?: string | null
  leftAt?: string | null
}

/** Somebody of the staff looked at the record. */
export interface Look {
  number: number
  at: string
  roles: readonly string[]
  what: string
  purpose?: string | null
}

// Younger than the generated types.
const get = api.GET as unknown as (path: string) => Promise<{ data?: unknown }>

/** Null for somebody who has not applied. */
export async function ownRecord(): Promise<OwnRecord | null> {
  const full = await orNull(() => get('/api/v1/me/record'))
  // A server without that call still tells the membership.
  return (full ?? (await orNull(() => get('/api/v1/me')))) as OwnRecord | null
}

/** Newest first; null where the server does not tell. */
export async function looks(): Promise<Look[] | null> {
  const page = (await orNull(() => get('/api/v1/me/access-log'))) as { items: Look[] } | null
  return page?.items ?? null
}

/** Leaves the union. */
export async function leave(): Promise<void> {
  await api.POST('/api/v1/me/leave')
}

async function orNull(ask: () => Promise<{ data?: unknown }>): Promise<unknown> {
  try {
    return (await ask()).data ?? null
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return null
    throw problem
  }
}
