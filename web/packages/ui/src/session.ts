import { Problem, problemOf, type Tokens } from '@nuanxin/api'
import { readonly, ref, type Ref } from 'vue'
import { alone, OwedSignOut } from './owedSignOut'

/** Who is signed in, as the access token says. The server decides; pages only follow. */
export interface Person {
  id: string
  roles: readonly string[]
  unions: readonly string[]
  station: string | null
}

interface Access {
  token: string
  /** By this browser's clock, in milliseconds. */
  endsAt: number
}

type News = { kind: 'renewed'; access: Access } | { kind: 'ended' }

const PATH = '/api/v1/auth/session'
const EARLY_MILLIS = 30_000

/**
 * A browser's session. The refresh token is in a cookie that no script can read; the access token is
 * in memory only. One tab at a time renews, for a refresh token is good for one renewal; the others
 * hear of it and use the same access token. Signing out in one tab ends all.
 */
export class Session implements Tokens {
  private access: Access | null = null
  private readonly who = ref<Person | null>(null)
  private readonly channel: BroadcastChannel
  private readonly owed = new OwedSignOut(() => ask('DELETE'))

  /**
   * @param name tells apart the sessions of two apps in one browser
   */
  constructor(name: string) {
    this.channel = new BroadcastChannel(`nuanxin-${name}`)
    this.channel.onmessage = ({ data }: MessageEvent<News>) => {
      this.take(data.kind === 'renewed' ? data.access : null)
    }
  }

  /** Null when nobody is signed in. */
  get person(): Readonly<Ref<Person | null>> {
    return readonly(this.who) as Readonly<Ref<Person | null>>
  }

  /** Whether the server has yet to hear that somebody signed out here. */
  get signOutOwed(): Readonly<Ref<boolean>> {
    return this.owed.owed
  }

  /** Takes up the browser's session if there is one; never one that was signed out of. */
  async resume(): Promise<boolean> {
    if (this.owed.stands) {
      void this.owed.begin()
      return false
    }
    return (await this.renew(null)) !== null
  }

  /** @throws Problem 401 when the credentials are wrong, 429 when there were too many tries */
  async signIn(
    credentials: { phone: string; code: string } | { username: string; password: string },
  ): Promise<void> {
    await alone(async () => {
      // First, for the new cookie takes the place of the one by which the old session is ended.
      await this.owed.settle().catch((failure: unknown) => {
        if (isPassing(failure)) throw failure
      })
      this.tell(await ask('POST', credentials))
      this.owed.clear()
    })
  }

  /** Ends the session in every tab at once, and on the server as soon as it can be reached. */
  async signOut(): Promise<void> {
    this.owed.note()
    await alone(async () => {
      this.take(null)
      this.channel.postMessage({ kind: 'ended' } satisfies News)
      await this.owed.settle().catch(() => undefined)
    })
  }

  async current(): Promise<string | null> {
    if (this.access === null) return null
    if (this.access.endsAt - Date.now() > EARLY_MILLIS) return this.access.token
    return this.renew(this.access.token)
  }

  async refused(token: string): Promise<string | null> {
    return this.renew(token)
  }

  /** @param old the token that will not do; another tab may have renewed it meanwhile */
  private async renew(old: string | null): Promise<string | null> {
    return alone(async () => {
      if (this.owed.stands) return null
      if (this.access !== null && this.access.token !== old) return this.access.token
      try {
        this.tell(await ask('POST'))
      } catch (failure) {
        if (isPassing(failure)) throw failure
        this.take(null)
        if (old !== null) this.channel.postMessage({ kind: 'ended' } satisfies News)
      }
      return this.access?.token ?? null
    })
  }

  private tell(access: Access | null): void {
    this.take(access)
    if (access !== null) this.channel.postMessage({ kind: 'renewed', access } satisfies News)
  }

  private take(access: Access | null): void {
    this.access = access
    this.who.value = access === null ? null : personOf(access.token)
  }
}

function isPassing(failure: unknown): boolean {
  return !(failure instanceof Problem) || failure.passing
}

async function ask(method: 'POST' | 'DELETE', body?: unknown): Promise<Access | null> {
  let answer: Response
  try {
    answer = await fetch(PATH, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(15_000),
      // Without a body, this header is what another site's page cannot send.
      ...(body === undefined
        ? { headers: { 'x-requested-with': 'nuanxin' } }
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  } catch {
    throw new Problem(0, 'no-answer')
  }
  if (!answer.ok) throw problemOf(answer, await answer.json().catch(() => null))
  if (answer.status === 204) return null
  const { accessToken, expiresIn } = (await answer.json()) as {
    accessToken: string
    expiresIn: number
  }
  return { token: accessToken, endsAt: Date.now() + expiresIn * 1000 }
}

function personOf(token: string): Person {
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
