import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Session, STAFF, WORKERS } from './session'

const ADA = `h.${btoa(JSON.stringify({ sub: 'ada', roles: ['WORKER'] }))}.s`
const MARK = 'nuanxin-signing-out'
const real = globalThis.fetch
const RITA = `h.${btoa(JSON.stringify({ sub: 'rita', roles: ['REVIEWER'] }))}.s`
let sent: string[] = []
let said: (string | null)[] = []
let network = true
let token = ADA
let status = 200
let last: Promise<unknown> = Promise.resolve()

/** The browser's lock, which this document lacks: one after the other. */
const locks = {
  request: (_: string, task: () => Promise<unknown>) => (last = last.catch(() => 0).then(task)),
}

beforeEach(() => {
  vi.useFakeTimers()
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  localStorage.removeItem(MARK)
  sent = []
  said = []
  network = true
  token = ADA
  status = 200
  globalThis.fetch = async (_, init) => {
    if (!network) throw new TypeError('no network')
    sent.push(init?.method ?? 'GET')
    said.push(new Headers(init?.headers).get('x-requested-with'))
    if (status !== 200) return new Response('{}', { status })
    return init?.method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json({ accessToken: token, expiresIn: 900 })
  }
})
afterEach(() => {
  vi.useRealTimers()
  localStorage.removeItem(MARK)
  localStorage.removeItem(STAFF.mark)
  Reflect.deleteProperty(navigator, 'locks')
  globalThis.fetch = real
})

async function signedIn(): Promise<Session> {
  const session = new Session(crypto.randomUUID(), WORKERS)
  await session.resume()
  sent = []
  return session
}

async function signedOutWithoutNetwork(): Promise<void> {
  const session = await signedIn()
  network = false
  await session.signOut()
  expect(session.person.value).toBeNull()
}

describe('a start of the page', () => {
  it('knows that nobody is signed in when the server says so, and only then', async () => {
    status = 401
    const session = new Session(crypto.randomUUID(), WORKERS)
    expect(session.known.value).toBe(false)
    expect(await session.resume()).toBe(false)
    expect(session.known.value).toBe(true)
    expect(session.ended.value).toBeNull()
  })

  it.each([503, 500, 502, 429, 404, 403])(
    'knows nothing when it is answered %i',
    async (answered) => {
      status = answered
      const session = new Session(crypto.randomUUID(), WORKERS)
      await expect(session.resume()).rejects.toThrow()
      expect(session.known.value).toBe(false)
    },
  )

  it('knows nothing from a page of somebody else that stands in the way', async () => {
    globalThis.fetch = async () => new Response('<html>sign in to the hotel</html>')
    const session = new Session(crypto.randomUUID(), WORKERS)
    await expect(session.resume()).rejects.toThrow()
    expect(session.known.value).toBe(false)
  })

  it('goes on asking without a network, and knows as soon as it is back', async () => {
    network = false
    const session = new Session(crypto.randomUUID(), WORKERS)
    const begun = session.begin()
    await vi.waitFor(() => expect(session.asking.lost.value).toBe(true))
    expect(session.known.value).toBe(false)
    network = true
    dispatchEvent(new Event('online'))
    await begun
    expect(session.person.value?.id).toBe('ada')
    expect(session.known.value).toBe(true)
    expect(session.asking.lost.value).toBe(false)
  })

  it('hears from another tab who is here, and no longer asks', async () => {
    const name = crypto.randomUUID()
    const other = new Session(name, WORKERS)
    await other.resume()
    network = false
    const session = new Session(name, WORKERS)
    const begun = session.begin()
    await vi.waitFor(() => expect(session.asking.lost.value).toBe(true))
    network = true
    await other.refused(await other.current().then(String))
    await begun
    expect(session.person.value?.id).toBe('ada')
    expect(sent).toHaveLength(2)
  })
})

describe('a session that ends', () => {
  it('without anybody asking says so, until somebody signs in', async () => {
    const session = await signedIn()
    status = 401
    expect(await session.refused(ADA)).toBeNull()
    expect(session.person.value).toBeNull()
    expect(session.ended.value).toBe('unasked')
    status = 200
    await session.signIn({ phone: '13976000101', code: '123456' })
    expect(session.ended.value).toBeNull()
  })

  it('as was asked says that too', async () => {
    const session = await signedIn()
    await session.signOut()
    expect(session.ended.value).toBe('asked')
  })

  it('does not end by a server that is busy or that does not answer', async () => {
    const session = await signedIn()
    status = 503
    await expect(session.refused(ADA)).rejects.toThrow()
    network = false
    await expect(session.refused(ADA)).rejects.toThrow()
    expect(session.person.value?.id).toBe('ada')
  })
})

describe('two apps in one browser', () => {
  it('say to the server which of them they are', async () => {
    await new Session(crypto.randomUUID(), WORKERS).resume()
    token = RITA
    const console = new Session(crypto.randomUUID(), STAFF)
    await console.signIn({ username: 'rita', password: 'secret' })
    await console.signOut()
    expect(said).toEqual(['nuanxin', 'nuanxin-console', 'nuanxin-console'])
  })

  it('take nobody whom the other is for', async () => {
    const console = new Session(crypto.randomUUID(), STAFF)
    expect(await console.resume()).toBe(false)
    token = RITA
    const worker = new Session(crypto.randomUUID(), WORKERS)
    expect(await worker.resume()).toBe(false)
    expect([console.person.value, worker.person.value]).toEqual([null, null])
    expect(worker.known.value).toBe(true)
    await expect(worker.signIn({ phone: '13976000101', code: '123456' })).rejects.toThrow('403')
  })

  it('leave each other alone when one is signed out of without a network', async () => {
    token = RITA
    const console = new Session(crypto.randomUUID(), STAFF)
    await console.resume()
    network = false
    await console.signOut()
    network = true
    token = ADA
    const worker = new Session(crypto.randomUUID(), WORKERS)
    expect(worker.signOutOwed.value).toBe(false)
    expect(await worker.resume()).toBe(true)
    expect(new Session(crypto.randomUUID(), STAFF).signOutOwed.value).toBe(true)
  })
})

describe('signing out', () => {
  it('ends the session on the server and leaves no mark', async () => {
    const session = await signedIn()
    await session.signOut()
    expect(sent).toEqual(['DELETE'])
    expect(localStorage.getItem(MARK)).toBeNull()
    expect(session.signOutOwed.value).toBe(false)
  })

  it('without a network is remembered, by a mark that says nothing about the person', async () => {
    await signedOutWithoutNetwork()
    expect(localStorage.getItem(MARK)).toBe('1')
  })
})

describe('after signing out without a network', () => {
  it('a new start of the page does not take up the session, but ends it', async () => {
    await signedOutWithoutNetwork()
    network = true
    const next = new Session(crypto.randomUUID(), WORKERS)
    expect(next.signOutOwed.value).toBe(true)
    expect(await next.resume()).toBe(false)
    await vi.waitFor(() => expect(next.signOutOwed.value).toBe(false))
    expect(next.person.value).toBeNull()
    expect(sent).toEqual(['DELETE'])
  })

  it('a start that is still without network takes up nothing either', async () => {
    await signedOutWithoutNetwork()
    const next = new Session(crypto.randomUUID(), WORKERS)
    expect(await next.resume()).toBe(false)
    await last.catch(() => 0)
    expect(localStorage.getItem(MARK)).toBe('1')
    expect(sent).toEqual([])
  })

  it('the session is ended as soon as the network is back', async () => {
    await signedOutWithoutNetwork()
    network = true
    dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(localStorage.getItem(MARK)).toBeNull())
    expect(sent).not.toContain('POST')
  })

  it('it is tried again by itself, for a phone does not always know that it has a network', async () => {
    await signedOutWithoutNetwork()
    network = true
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toContain('DELETE')
    expect(localStorage.getItem(MARK)).toBeNull()
  })

  it('the next person signs in after the old session is ended, and stays signed in', async () => {
    await signedOutWithoutNetwork()
    network = true
    const next = new Session(crypto.randomUUID(), WORKERS)
    await next.signIn({ phone: '13976000101', code: '123456' })
    expect(sent).toEqual(['DELETE', 'POST'])
    expect(next.person.value?.id).toBe('ada')
    expect(localStorage.getItem(MARK)).toBeNull()
  })
})
