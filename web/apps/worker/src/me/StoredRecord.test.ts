import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '../language'
import StoredRecord from './StoredRecord.vue'

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

function shown() {
  return mount(StoredRecord, {
    props: {
      record: { memberId: 'm', name: '王小明', phone: '+8613976000101' },
      failure: null,
      loading: false,
    },
    global: { plugins: [i18n], stubs: ['RouterLink'] },
  })
}

describe('the stored record', () => {
  it('is masked, and shown at a press', async () => {
    const page = shown()
    expect(page.text()).not.toContain('王小明')
    await page.get('button').trigger('click')
    expect(page.text()).toContain('王小明')
    expect(page.get('button').attributes('aria-pressed')).toBe('true')
  })

  it('is masked again after a minute', async () => {
    const page = shown()
    await page.get('button').trigger('click')
    vi.advanceTimersByTime(60_000)
    await page.vm.$nextTick()
    expect(page.text()).not.toContain('王小明')
  })

  it('is masked again when the person looks at something else', async () => {
    const page = shown()
    await page.get('button').trigger('click')
    document.dispatchEvent(new Event('visibilitychange'))
    await page.vm.$nextTick()
    expect(page.text()).not.toContain('13976000101')
  })
})
