import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../language'
import { press } from '../press.testing'
import LeaveUnion from './LeaveUnion.vue'

const real = globalThis.fetch
let sent: string[] = []
let answer: (path: string) => Response

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  sent = []
  answer = () => new Response('{}', { status: 202 })
  globalThis.fetch = async (request) => {
    const { pathname } = new URL((request as Request).url)
    sent.push(pathname)
    return answer(pathname)
  }
})
afterEach(() => {
  globalThis.fetch = real
})

function asked() {
  const page = mount(LeaveUnion, { global: { plugins: [i18n] }, attachTo: document.body })
  return { page, press: (text: string) => press(page, text) }
}

describe('leaving the union', () => {
  it('is not done by one press: what it costs has to be ticked first', async () => {
    const { page, press } = asked()
    await press('我要退出工会')
    await press('确认退出工会')
    expect(page.get('#leave-missing').text()).toBe('请先勾选上面这一项。')
    expect(sent).toEqual([])
  })

  it('is done once that is ticked', async () => {
    const { page, press } = asked()
    await press('我要退出工会')
    await page.get('input').setValue(true)
    await press('确认退出工会')
    await flushPromises()
    expect(sent).toEqual(['/api/v1/me/leave'])
    expect(page.emitted('left')).toHaveLength(1)
  })

  async function leaves() {
    const asking = asked()
    await asking.press('我要退出工会')
    await asking.page.get('input').setValue(true)
    await asking.press('确认退出工会')
    await flushPromises()
    return asking
  }

  it('that failed says so, and that nothing has changed', async () => {
    answer = (path) =>
      path.endsWith('/leave')
        ? new Response('{}', { status: 503 })
        : Response.json({ state: 'ACTIVE' })
    const { page } = await leaves()
    expect(page.text()).toContain('退会没有办成，您仍是会员。')
    expect(page.emitted('left')).toBeUndefined()
  })

  it('is done where only the answer was lost', async () => {
    answer = (path) => {
      if (path.endsWith('/leave')) throw new TypeError('no network')
      return Response.json({ state: 'LEFT' })
    }
    const { page } = await leaves()
    expect(sent).toEqual(['/api/v1/me/leave', '/api/v1/me'])
    expect(page.emitted('left')).toHaveLength(1)
  })

  it('is not known as long as there is no network, and done at the next try', async () => {
    answer = () => {
      throw new TypeError('no network')
    }
    const { page, press } = await leaves()
    expect(page.text()).toContain('我们还不知道办成没有')
    expect(page.text()).not.toContain('您仍是会员')
    answer = (path) =>
      path.endsWith('/leave')
        ? Response.json({ type: 'urn:problem:not-a-member' }, { status: 409 })
        : Response.json({ state: 'LEFT' })
    await press('再试一次')
    await flushPromises()
    expect(page.emitted('left')).toHaveLength(1)
  })
})
