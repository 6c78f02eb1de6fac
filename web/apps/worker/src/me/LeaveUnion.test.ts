import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../language'
import { press } from '../press.testing'
import LeaveUnion from './LeaveUnion.vue'

const real = globalThis.fetch
let sent: string[] = []
let answer = () => new Response('{}', { status: 202 })

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  sent = []
  globalThis.fetch = async (request) => {
    sent.push(new URL((request as Request).url).pathname)
    return answer()
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

  it('that failed says so, and that nothing has changed', async () => {
    answer = () => new Response('{}', { status: 503 })
    const { page, press } = asked()
    await press('我要退出工会')
    await page.get('input').setValue(true)
    await press('确认退出工会')
    await flushPromises()
    expect(page.text()).toContain('退会没有办成，您仍是会员。')
    expect(page.emitted('left')).toBeUndefined()
  })
})
