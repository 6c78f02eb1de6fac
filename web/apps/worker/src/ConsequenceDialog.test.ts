import { flushPromises, mount } from '@vue/test-utils'
import { Problem } from '@nuanxin/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import ConsequenceDialog from './ConsequenceDialog.vue'
import { NotKnown } from './consequence'
import { i18n } from './language'
import { press } from './press.testing'

let did: string[] = []
let leave: () => void

function asked(more: { act?: () => Promise<void>; ready?: () => boolean } = {}) {
  const page = mount(ConsequenceDialog, {
    props: {
      ...{ title: 'Sure?', stay: 'Stay', go: 'Go', going: 'Going', failed: 'Nothing changed.' },
      act: async () => void did.push('act'),
      done: () => void did.push('done'),
      ...more,
    },
    slots: { default: '<p>It costs all</p>' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
  page.vm.open()
  leave = () => page.unmount()
  return {
    page,
    press: (text: string) => press(page, text),
    isOpen: () => page.get('dialog').attributes('open') !== undefined,
  }
}

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  did = []
})
afterEach(() => leave())

describe('the question before what cannot be taken back', () => {
  it('is named by its title, says what it costs and begins at what changes nothing', () => {
    const dialog = asked().page.get('dialog')
    expect(dialog.text()).toContain('It costs all')
    expect(dialog.get('h2').attributes('id')).toBe(dialog.attributes('aria-labelledby'))
    expect(document.activeElement?.textContent?.trim()).toBe('Stay')
  })

  it('goes away without anything done', async () => {
    const { press, isOpen } = asked()
    await press('Stay')
    expect(isOpen()).toBe(false)
    expect(did).toEqual([])
  })

  it('does it once, however often the button is pressed', async () => {
    const { press, isOpen } = asked()
    await Promise.all([press('Go'), press('Go')])
    await flushPromises()
    expect(did).toEqual(['act', 'done'])
    expect(isOpen()).toBe(false)
  })

  it('does not begin while something is missing', async () => {
    const { press, isOpen } = asked({ ready: () => false })
    await press('Go')
    expect(did).toEqual([])
    expect(isOpen()).toBe(true)
  })

  it('says what did not work, and does it at the next press', async () => {
    let tries = 0
    const { page, press, isOpen } = asked({
      act: async () => {
        if (++tries === 1) throw new Problem(503, 'unavailable')
      },
    })
    await press('Go')
    await flushPromises()
    expect(page.get('[role="alert"]').text()).toContain('Nothing changed.')
    expect(isOpen()).toBe(true)
    await press('Go')
    await flushPromises()
    expect(did).toEqual(['done'])
  })

  it('says so where nobody knows whether it was done, and tries again', async () => {
    let tries = 0
    const { page, press } = asked({
      act: async () => {
        if (++tries === 1) throw new NotKnown()
      },
    })
    await press('Go')
    await flushPromises()
    expect(page.get('[role="alert"]').text()).toContain('我们还不知道办成没有')
    expect(page.text()).not.toContain('Nothing changed.')
    expect(page.text()).not.toContain('Stay')
    await press('再试一次')
    await flushPromises()
    expect(did).toEqual(['done'])
  })

  it('goes on also where what was done takes it off the page', async () => {
    const { press } = asked({
      act: async () => {
        leave()
        leave = () => {}
      },
    })
    await press('Go')
    await flushPromises()
    expect(did).toEqual(['done'])
  })
})
