import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { i18n } from '../language'
import CodeStep from './CodeStep.vue'

function atCodeStep(more: { busy?: boolean; resendAt?: number } = {}) {
  return mount(CodeStep, {
    global: { plugins: [i18n] },
    props: {
      sent: { phone: '13800138000', at: Date.now(), expiresInSeconds: 300, wrong: 0 },
      busy: false,
      trouble: '',
      news: '',
      resendAt: 0,
      ...more,
    },
  })
}

describe('the page of the code', () => {
  it('enters by itself with the sixth digit, also when it is pasted with a space', async () => {
    const page = atCodeStep()
    await page.get('#code').setValue('801 96')
    expect(page.emitted('enter')).toBeUndefined()
    await page.get('#code').setValue('801 962')
    expect(page.emitted('enter')).toEqual([['801962']])
  })

  it('tries the same digits a second time only when it is told to', async () => {
    const page = atCodeStep()
    await page.get('#code').setValue('801962')
    await page.get('#code').setValue('801962 ')
    expect(page.emitted('enter')).toHaveLength(1)
    await page.get('form').trigger('submit')
    expect(page.emitted('enter')).toHaveLength(2)
  })

  it('says that digits are missing instead of asking the service', async () => {
    const page = atCodeStep()
    await page.get('#code').setValue('801')
    await page.get('form').trigger('submit')
    expect(page.emitted('enter')).toBeUndefined()
    expect(page.get('#code').attributes('aria-invalid')).toBe('true')
    expect(page.get('[role=alert]').text()).not.toBe('')
  })

  it('ignores presses while it is busy, and asks for a new code only after the wait', async () => {
    const busy = atCodeStep({ busy: true })
    await busy.get('#code').setValue('801962')
    expect(busy.emitted('enter')).toBeUndefined()
    const early = atCodeStep({ resendAt: Date.now() + 30_000 })
    await early.get('.others button').trigger('click')
    expect(early.emitted('resend')).toBeUndefined()
    const late = atCodeStep()
    await late.get('.others button').trigger('click')
    expect(late.emitted('resend')).toHaveLength(1)
  })
})
