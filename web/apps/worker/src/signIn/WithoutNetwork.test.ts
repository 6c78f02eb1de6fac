import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../language'
import WithoutNetwork from './WithoutNetwork.vue'

beforeEach(() => (i18n.global.locale.value = 'zh-CN'))
afterEach(() => setNetwork(true))

function setNetwork(there: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: there, configurable: true })
  dispatchEvent(new Event(there ? 'online' : 'offline'))
}

function page(lost = false) {
  return mount(WithoutNetwork, {
    props: { lost },
    global: { plugins: [i18n], stubs: { RouterLink: { template: '<a><slot /></a>' } } },
  })
}

describe('who cannot sign in for want of a network', () => {
  it('is shown the way to the stations, and no longer when it is back', async () => {
    const shown = page()
    expect(shown.text()).toBe('')
    setNetwork(false)
    await shown.vm.$nextTick()
    expect(shown.text()).toContain('现在没有网络')
    expect(shown.get('a').text()).toBe('去看驿站')
    setNetwork(true)
    await shown.vm.$nextTick()
    expect(shown.text()).toBe('')
  })

  it('is shown it too where the phone believes in a network that does not answer', () => {
    expect(page(true).text()).toContain('服务没有回应')
  })
})
