import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { session } from '../session'
import { review } from '../words/en/review'
import type { Decision } from './decision'
import { decisions, drafts, takenBack } from './onTheWay'
import PendingDecisions from './PendingDecisions.vue'

const i18n = createI18n({
  legacy: false,
  locale: 'en',
  messages: { en: { ...review, problem: { 0: 'No network.' }, occupation: {} } },
})
const real = globalThis.fetch
let who: string | null = null
const locks = { request: (_: string, task: () => Promise<unknown>) => task() }

const tokenOf = (id: string) => `h.${btoa(JSON.stringify({ sub: id, roles: ['REVIEWER'] }))}.s`
const approval: Decision = {
  id: 'a',
  version: 1,
  name: 'Li**',
  about: { occupation: null, employer: 'Blue Sea', dueAt: null, phone: '' },
  verdict: 'approve',
  body: {},
}

/** A server that opens sessions, and hears of no decision. */
function answer(url: unknown, init?: RequestInit): Promise<Response> {
  if (!String(url).includes('/auth/session')) return Promise.reject(new TypeError('no network'))
  if (init?.method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }))
  return Promise.resolve(
    who === null
      ? new Response(null, { status: 401 })
      : Response.json({ accessToken: tokenOf(who), expiresIn: 900 }),
  )
}

async function signIn(id: string): Promise<void> {
  who = id
  await session.signIn({ username: id, password: 'secret' })
}

async function endSession(): Promise<void> {
  const token = tokenOf(who!)
  who = null
  await session.refused(token)
}

const page = () => mount(PendingDecisions, { global: { plugins: [i18n] } })

beforeEach(async () => {
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  globalThis.fetch = answer as typeof fetch
  await signIn('staff:li')
})
afterEach(async () => {
  await session.signOut()
  decisions.clear()
  Reflect.deleteProperty(navigator, 'locks')
  globalThis.fetch = real
})

describe('decisions on their way', () => {
  it('are listed on whatever page, and taken back by the key there', async () => {
    decisions.decide(approval)
    const shown = page()
    expect(shown.text()).toContain('Approve Li**')
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', code: 'KeyU' }))
    await shown.vm.$nextTick()
    expect(shown.text()).toBe('Taken back: Li**')
    expect(takenBack.value.map((each) => each.id)).toEqual(['a'])
    shown.unmount()
  })

  it('are sent when somebody goes; what cannot be is told without a name, and kept', async () => {
    decisions.decide(approval)
    const shown = page()
    await session.signOut()
    await vi.waitFor(() => expect(shown.text()).toContain('1 of your decisions could not be sent'))
    expect(shown.text()).not.toContain('Li**')
    expect(shown.text()).not.toContain('Blue Sea')
    await signIn('staff:li')
    await shown.vm.$nextTick()
    expect(shown.text()).toContain('Approve Li** could not be sent')
    shown.unmount()
  })

  it('are not for who signs in next', async () => {
    decisions.decide(approval)
    const shown = page()
    await session.signOut()
    await vi.waitFor(() => expect(shown.text()).toContain('could not be sent'))
    await signIn('staff:wang')
    await shown.vm.$nextTick()
    expect(shown.text()).toBe('')
    shown.unmount()
  })
})

describe('what was filled in', () => {
  it('outlives a session that ended without being asked to', async () => {
    drafts.of('a').refuse.more = 'Moved away'
    await endSession()
    expect(session.person.value).toBeNull()
    await signIn('staff:li')
    expect(drafts.of('a').refuse.more).toBe('Moved away')
  })

  it('is gone when somebody signs out, and for anybody else', async () => {
    drafts.of('a').refuse.more = 'Moved away'
    await session.signOut()
    expect(drafts.of('a').refuse.more).toBe('')
    await signIn('staff:li')
    drafts.of('a').refuse.more = 'Moved away'
    await endSession()
    await signIn('staff:wang')
    expect(drafts.of('a').refuse.more).toBe('')
  })
})
