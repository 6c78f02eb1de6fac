import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Session } from './session'

const ADA = `h.${btoa(JSON.stringify({ sub: 'ada', roles: ['WORKER'] }))}.s`
const MARK = 'nuanxin-signing-out'
const real = globalThis.fetch
let sent: string[] = []
let network = true
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
  network = true
  globalThis.fetch = async (_, init) => {
    if (!network) throw new TypeError('no network')
    sent.push(init?.method ?? 'GET')
    return init?.method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json({ accessToken: ADA, expiresIn: 900 })
  }
})
afterEach(() => {
  vi.useRealTimers()
  localStorage.removeItem(MARK)
  Reflect.deleteProperty(navigator, 'locks')
  globalThis.fetch = real
})

async function signedIn(): Promise<Session> {
  const session = new Session(crypto.randomUUID())
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
    const next = new Session(crypto.randomUUID())
    expect(next.signOutOwed.value).toBe(true)
    expect(await next.resume()).toBe(false)
    await vi.waitFor(() => expect(next.signOutOwed.value).toBe(false))
    expect(next.person.value).toBeNull()
    expect(sent).toEqual(['DELETE'])
  })

  it('a start that is still without network takes up nothing either', async () => {
    await signedOutWithoutNetwork()
    const next = new Session(crypto.randomUUID())
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
    const next = new Session(crypto.randomUUID())
    await next.signIn({ phone: '13976000101', code: '123456' })
    expect(sent).toEqual(['DELETE', 'POST'])
    expect(next.person.value?.id).toBe('ada')
    expect(localStorage.getItem(MARK)).toBeNull()
  })
})
