import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../language'
import { press } from '../press.testing'
import { standing } from './affairs'
import WithdrawApplication from './WithdrawApplication.vue'

const real = globalThis.fetch
let sent: string[] = []
let answer: (path: string) => Response

const WITHDRAWN = { id: 'a-1', state: 'WITHDRAWN', union: { name: '' }, history: [] }

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  sent = []
  answer = () => Response.json(WITHDRAWN)
  globalThis.fetch = async (request) => {
    const { method, url } = request as Request
    sent.push(`${method} ${new URL(url).pathname}`)
    return answer(new URL(url).pathname)
  }
})
afterEach(() => {
  globalThis.fetch = real
})

function asked() {
  const page = mount(WithdrawApplication, {
    props: { application: 'a-1' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
  return { page, press: (text: string) => press(page, text) }
}

describe('withdrawing an application', () => {
  it('says what it costs before anything is sent', async () => {
    const { page, press } = asked()
    await press('撤回我的申请')
    expect(page.get('dialog').attributes('open')).toBeDefined()
    expect(page.get('dialog').text()).toContain('没有保险、体检和礼包')
    await press('不撤回')
    expect(page.get('dialog').attributes('open')).toBeUndefined()
    expect(sent).toEqual([])
  })

  it('is told at once', async () => {
    const { press } = asked()
    await press('撤回我的申请')
    await press('确认撤回')
    await flushPromises()
    expect(sent).toEqual(['POST /api/v1/applications/a-1/withdraw'])
    expect(standing.value?.kind).toBe('withdrawn')
  })

  /** Whatever is asked about how things stand is answered with this application. */
  function standsAs(state: string, path: string): Response {
    return path.endsWith('/me/applications')
      ? Response.json({ items: [{ ...WITHDRAWN, state }] })
      : Response.json({}, { status: 404 })
  }

  it('that failed says so, and that nothing has changed', async () => {
    answer = (path) =>
      path.endsWith('/withdraw') ? Response.json({}, { status: 503 }) : standsAs('IN_REVIEW', path)
    const { page, press } = asked()
    await press('撤回我的申请')
    await press('确认撤回')
    await flushPromises()
    expect(page.get('[role="alert"]').text()).toContain('没能撤回，申请还和原来一样。')
    expect(page.get('dialog').attributes('open')).toBeDefined()
  })

  it('is done where only the answer was lost', async () => {
    answer = (path) => {
      if (path.endsWith('/withdraw')) throw new TypeError('no network')
      return standsAs('WITHDRAWN', path)
    }
    const { page, press } = asked()
    await press('撤回我的申请')
    await press('确认撤回')
    await flushPromises()
    expect(standing.value?.kind).toBe('withdrawn')
    expect(page.get('dialog').attributes('open')).toBeUndefined()
  })

  it('is not known as long as there is no network', async () => {
    answer = () => {
      throw new TypeError('no network')
    }
    const { page, press } = asked()
    await press('撤回我的申请')
    await press('确认撤回')
    await flushPromises()
    expect(page.get('[role="alert"]').text()).toContain('我们还不知道办成没有')
  })

  it('that the union was faster with shows what it has decided', async () => {
    const rejected = { ...WITHDRAWN, state: 'REJECTED' }
    answer = (path) =>
      path.endsWith('/withdraw')
        ? Response.json({ type: 'urn:problem:not-open' }, { status: 409 })
        : path.endsWith('/me/applications')
          ? Response.json({ items: [rejected] })
          : Response.json({}, { status: 404 })
    const { press } = asked()
    await press('撤回我的申请')
    await press('确认撤回')
    await flushPromises()
    expect(standing.value?.kind).toBe('rejected')
  })
})
