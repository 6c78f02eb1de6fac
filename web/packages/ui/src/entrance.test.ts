import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { guardPages, type Entrance } from './entrance'
import { Session, WORKERS } from './session'

const ADA = `h.${btoa(JSON.stringify({ sub: 'ada', roles: ['WORKER'] }))}.s`
const real = globalThis.fetch
const page = { render: () => null }
let status: number
let session: Session
let router: Router
let entrance: Entrance

beforeEach(() => {
  const locks = { request: (_: string, task: () => Promise<unknown>) => task() }
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  status = 200
  globalThis.fetch = async (_, init) => {
    if (init?.method === 'DELETE') return new Response(null, { status: 204 })
    return status === 200
      ? Response.json({ accessToken: ADA, expiresIn: 900 })
      : new Response('{}', { status })
  }
  session = new Session(crypto.randomUUID(), WORKERS)
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page, meta: { title: '', own: true } },
      { path: '/wallet', component: page, meta: { title: '', own: true } },
      { path: '/stations', component: page, meta: { title: '' } },
      { path: '/sign-in', component: page, meta: { title: '' } },
    ],
  })
  entrance = guardPages(router, session, {
    isOwn: (to) => to.meta.own === true,
    lead: (to) => (to.path === '/sign-in' ? '/' : true),
  })
})
afterEach(() => {
  localStorage.removeItem(WORKERS.mark)
  Reflect.deleteProperty(navigator, 'locks')
  globalThis.fetch = real
})

/** Where one is once all that follows has happened. */
async function address(): Promise<string> {
  await nextTick()
  await new Promise((resolve) => setTimeout(resolve))
  return router.currentRoute.value.fullPath
}

describe('while nobody knows who is here', () => {
  it("one's own page waits at its address, and goes on by itself", async () => {
    await router.push('/wallet?a=1')
    expect(entrance.waiting.value).toBe(true)
    await session.resume()
    expect(entrance.waiting.value).toBe(false)
    expect(await address()).toBe('/wallet?a=1')
  })

  it('a page for everybody does not wait', async () => {
    await router.push('/stations')
    expect(entrance.waiting.value).toBe(false)
  })

  it('it waits too until there is a page at all', async () => {
    expect(entrance.waiting.value).toBe(true)
  })

  it('a page whose script comes late is not shown to nobody', async () => {
    let come: (page: object) => void = () => undefined
    router.addRoute({
      path: '/late',
      component: () => new Promise<typeof page>((resolve) => (come = resolve as never)),
      meta: { title: '', own: true },
    })
    const going = router.push('/late')
    await new Promise((resolve) => setTimeout(resolve))
    status = 401
    await session.resume()
    come(page)
    await going
    expect(await address()).toBe('/sign-in?to=/late')
  })
})

describe('who is not signed in', () => {
  it('signs in first, and is led back then', async () => {
    await router.push('/wallet?a=1')
    status = 401
    await session.resume()
    expect(await address()).toBe('/sign-in?to=/wallet?a=1')
  })

  it('stays on a page for everybody', async () => {
    await router.push('/stations')
    status = 401
    await session.resume()
    expect(await address()).toBe('/stations')
  })
})

describe('whose session ends', () => {
  beforeEach(async () => {
    await session.resume()
    await router.push('/wallet')
  })

  it('in the middle, sees nothing of the page any more, and is led back after signing in', async () => {
    status = 401
    await session.refused(ADA)
    expect(entrance.waiting.value).toBe(true)
    expect(await address()).toBe('/sign-in?to=/wallet')
  })

  it('on purpose, is not, and nobody else is', async () => {
    await session.signOut()
    expect(await address()).toBe('/sign-in')
  })
})
