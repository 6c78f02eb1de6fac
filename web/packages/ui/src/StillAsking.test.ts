import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createLanguage } from './language'
import StillAsking from './StillAsking.vue'

const i18n = createLanguage({ 'zh-CN': {}, en: {} })

afterEach(() => setNetwork(true))

function setNetwork(there: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: there, configurable: true })
  dispatchEvent(new Event(there ? 'online' : 'offline'))
}

function page(state: { lost: boolean; busy?: boolean }) {
  ;(i18n.global.locale as unknown as { value: string }).value = 'zh-CN'
  return mount(StillAsking, {
    props: { title: '卡包', busy: false, ...state },
    slots: { default: '<a href="/stations">去看驿站</a>' },
    global: { plugins: [i18n] },
  })
}

describe('while it is not known who is here', () => {
  it('the page says that it loads, and has its own heading', () => {
    const shown = page({ lost: false })
    expect(shown.get('h1').text()).toBe('卡包')
    expect(shown.get('[role=status]').text()).toBe('正在加载……')
    expect(shown.find('button').exists()).toBe(false)
  })

  it('and there is no answer, it says so and offers to try again, and what there is meanwhile', async () => {
    const shown = page({ lost: true })
    expect(shown.get('h1').text()).toBe('我们还联系不上服务器')
    expect(shown.get('a').text()).toBe('去看驿站')
    await shown.get('button').trigger('click')
    expect(shown.emitted('again')).toHaveLength(1)
  })

  it('and it tries at this moment, a second press does nothing', async () => {
    const shown = page({ lost: true, busy: true })
    await shown.get('button').trigger('click')
    expect(shown.emitted('again')).toBeUndefined()
    expect(shown.get('button').attributes('aria-disabled')).toBe('true')
  })

  it('and there is no network, it says what it waits for', async () => {
    const shown = page({ lost: true })
    expect(shown.get('[role=status]').text()).toContain('服务正忙')
    setNetwork(false)
    await shown.vm.$nextTick()
    expect(shown.get('[role=status]').text()).toContain('现在没有网络')
  })
})
