import { Problem, problemOf } from '@nuanxin/api'

/** Who is signed in, as the access token says. The server decides; pages only follow. */
export interface Person {
  id: string
  roles: readonly string[]
  unions: readonly string[]
  station: string | null
}

export type Credentials = { phone: string; code: string } | { username: string; password: string }

export interface Access {
  token: string
  /** By this browser's clock, in milliseconds. */
  endsAt: number
}

const PATH = '/api/v1/auth/session'
const PATIENCE_MILLIS = 15_000
// A token that was renewed just now renews once more, for 10 s. Who asks again within that has lost
// nothing with an answer that never came.
const PATIENCE_TO_RENEW_MILLIS = 6_000

/**
 * Asks for a session, or ends it.
 *
 * @param says what the page says of itself, for each app has a cookie of its own; and without a body
 *   this header is what another site's page cannot send
 * @throws Problem also when there was no answer
 */
export async function ask(
  says: string,
  method: 'POST' | 'DELETE',
  credentials?: Credentials,
): Promise<Access | null> {
  const renewing = method === 'POST' && credentials === undefined
  let answer: Response
  try {
    answer = await fetch(PATH, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(renewing ? PATIENCE_TO_RENEW_MILLIS : PATIENCE_MILLIS),
      headers: {
        'x-requested-with': says,
        ...(credentials === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(credentials === undefined ? {} : { body: JSON.stringify(credentials) }),
    })
  } catch {
    throw new Problem(0, 'no-answer')
  }
  if (!answer.ok) throw problemOf(answer, await answer.json().catch(() => null))
  if (answer.status === 204) return null
  return accessOf(await answer.json().catch(() => null))
}

/** @throws Problem when that is no answer of ours: a half one, or a page of somebody's network */
function accessOf(answer: unknown): Access {
  const { accessToken, expiresIn } = (answer ?? {}) as Record<string, unknown>
  if (typeof accessToken !== 'string' || typeof expiresIn !== 'number') {
    throw new Problem(0, 'no-answer')
  }
  return { token: accessToken, endsAt: Date.now() + expiresIn * 1000 }
}

/** Reads the person out of an access token. */
export function personOf({ token }: Access): Person {
  const payload = token.split('.')[1] ?? ''
  const json = atob(payload.replace(/-/g, '+').replace(/_/g, '/'))
  const claims = JSON.parse(decodeURIComponent(escape(json))) as Record<string, unknown>
  const list = (name: string) => (Array.isArray(claims[name]) ? (claims[name] as string[]) : [])
  return {
    id: String(claims.sub),
    roles: list('roles'),
    unions: list('unions'),
    station: typeof claims.station === 'string' ? claims.station : null,
  }
}
