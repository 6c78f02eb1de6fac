import { Problem, type Tokens } from '@nuanxin/api'
import { readonly, ref, type Ref } from 'vue'
import { Asking } from './asking'
import { type Alone, OwedSignOut } from './owedSignOut'
import { type Access, ask, type Credentials, type Person, personOf } from './sessionCalls'

/** For whom an app is. Both may be open in one browser, each with a session of its own. */
export interface Audience {
  /** What its pages say of themselves, by which the service knows whose cookie is meant. */
  says: string
  /** Where on the device it is marked that a sign-out is owed. */
  mark: string
  takes(person: Person): boolean
}

const isWorker = (person: Person) => person.roles.includes('WORKER')

export const WORKERS: Audience = {
  says: 'nuanxin',
  mark: 'nuanxin-signing-out',
  takes: isWorker,
}

export const STAFF: Audience = {
  says: 'nuanxin-console',
  mark: 'nuanxin-signing-out-console',
  takes: (person) => !isWorker(person),
}

type News = { kind: 'renewed'; access: Access } | { kind: 'ended'; asked: boolean }

const EARLY_MILLIS = 30_000

/**
 * A browser's session. The refresh token is in a cookie that no script can read; the access token is
 * in memory only. One tab at a time renews, for a refresh token is good for one renewal; the others
 * hear of it and use the same access token. Signing out in one tab ends all.
 */
export class Session implements Tokens {
  /** Finding out who is here, for a page to say how that goes. */
  readonly asking = new Asking()
  private access: Access | null = null
  private readonly who = ref<Person | null>(null)
  private readonly isKnown = ref(false)
  private readonly how = ref<'asked' | 'unasked' | null>(null)
  private readonly channel: BroadcastChannel
  private readonly owed: OwedSignOut
  private readonly alone: Alone

  /**
   * @param name tells apart the sessions of two apps in one browser
   */
  constructor(
    name: string,
    private readonly audience: Audience,
  ) {
    this.alone = (task) => navigator.locks.request(`nuanxin-session-${name}`, task) as never
    this.owed = new OwedSignOut(audience.mark, this.alone, () => ask(audience.says, 'DELETE'))
    this.channel = new BroadcastChannel(`nuanxin-${name}`)
    this.channel.onmessage = ({ data }: MessageEvent<News>) => {
      if (data.kind === 'renewed') this.take(data.access)
      else this.leave(data.asked)
    }
  }

  /** Null when nobody is signed in, or when it is not known yet. */
  get person(): Readonly<Ref<Person | null>> {
    return readonly(this.who) as Readonly<Ref<Person | null>>
  }

  /** Whether it is known who is here. Until the server has said so, nobody is signed out. */
  get known(): Readonly<Ref<boolean>> {
    return readonly(this.isKnown)
  }

  /** How the last session here ended: as somebody asked, or not; null while there is none that did. */
  get ended(): Readonly<Ref<'asked' | 'unasked' | null>> {
    return readonly(this.how)
  }

  /** Whether the server has yet to hear that somebody signed out here. */
  get signOutOwed(): Readonly<Ref<boolean>> {
    return this.owed.owed
  }

  /** Finds out who is here, however long it takes. */
  begin(): Promise<void> {
    return this.asking.until(() => this.resume())
  }

  /**
   * Takes up the browser's session if there is one; never one that was signed out of.
   *
   * @throws Problem when the server did not say whether there is one
   */
  async resume(): Promise<boolean> {
    if (this.owed.stands) {
      void this.owed.begin()
      this.leave(true)
      return false
    }
    return (await this.renew(null)) !== null
  }

  /** @throws Problem 401 when the credentials are wrong, 429 when there were too many tries */
  async signIn(credentials: Credentials): Promise<void> {
    await this.alone(async () => {
      // First, for the new cookie takes the place of the one by which the old session is ended.
      await this.owed.settle().catch((failure: unknown) => {
        if (isPassing(failure)) throw failure
      })
      this.tell(await ask(this.audience.says, 'POST', credentials))
      if (this.access === null) throw new Problem(403, 'for-others')
      this.owed.clear()
    })
  }

  /** Ends the session in every tab at once, and on the server as soon as it can be reached. */
  async signOut(): Promise<void> {
    this.owed.note()
    await this.alone(async () => {
      this.leave(true)
      this.channel.postMessage({ kind: 'ended', asked: true } satisfies News)
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
    return this.alone(async () => {
      if (this.owed.stands) return null
      if (this.access !== null && this.access.token !== old) return this.access.token
      try {
        this.tell(await ask(this.audience.says, 'POST'))
      } catch (failure) {
        // Nothing else says that there is no session.
        if (!(failure instanceof Problem) || failure.status !== 401) throw failure
        this.leave(false)
        if (old !== null) this.channel.postMessage({ kind: 'ended', asked: false } satisfies News)
      }
      return this.access?.token ?? null
    })
  }

  /** Takes what the server gave, if it is for somebody whom this app is for. */
  private tell(access: Access | null): void {
    if (access === null || !this.audience.takes(personOf(access))) {
      this.leave(false)
      return
    }
    this.take(access)
    this.channel.postMessage({ kind: 'renewed', access } satisfies News)
  }

  private take(access: Access): void {
    this.how.value = null
    this.become(access, personOf(access))
  }

  private leave(asked: boolean): void {
    if (this.who.value !== null) this.how.value = asked ? 'asked' : 'unasked'
    this.become(null, null)
  }

  private become(access: Access | null, person: Person | null): void {
    this.access = access
    this.who.value = person
    this.isKnown.value = true
    // Another tab may have found out.
    this.asking.again()
  }
}

function isPassing(failure: unknown): boolean {
  return !(failure instanceof Problem) || failure.passing
}
