import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../language'
import type { Grant } from './grant'
import GrantCard from './GrantCard.vue'

beforeEach(() => (i18n.global.locale.value = 'zh-CN'))

const GIFT: Grant = {
  id: 'g',
  programme: 'WELCOME_GIFT',
  state: 'ISSUED',
  issuedAt: null,
  validFrom: null,
  validUntil: null,
  reference: 'TEST-9E3779B1',
  contents: [],
  reason: null,
  expectedBy: null,
}

function card(values: Partial<Grant>) {
  return mount(GrantCard, {
    props: {
      grant: { ...GIFT, ...values },
      now: new Date('2026-11-26T10:00:00+08:00'),
    },
    global: { plugins: [i18n], stubs: { RouterLink: { template: '<a><slot /></a>' } } },
  })
}

describe('the card of a gift', () => {
  it('has the film ticket as a QR code and in large digits', () => {
    const page = card({ state: 'ISSUED' })
    expect(page.get('.digits').text()).toBe('TEST-9E3779B1')
    expect(page.get('svg[role=img]').attributes('aria-label')).toContain('电影票')
  })

  it.each(['USED', 'CANCELLED', 'EXPIRED'] as const)('has no QR code once it is %s', (state) => {
    expect(card({ state }).find('svg[role=img]').exists()).toBe(false)
  })

  it('shows what a server says as text, whatever it is', () => {
    const page = card({ state: 'ISSUED', contents: ['<img src=x onerror=alert(1)>'] })
    expect(page.find('img').exists()).toBe(false)
    expect(page.text()).toContain('<img src=x')
  })
})
