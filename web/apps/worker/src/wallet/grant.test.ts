import { describe, expect, it } from 'vitest'
import { i18n } from '../language'
import { countdown, type Grant, inOrder, readable, standingText, validityText } from './grant'

const zh = (key: string, values?: Record<string, unknown>) =>
  i18n.global.t(key, values ?? {}, { locale: 'zh-CN' })
const now = new Date('2026-11-26T10:00:00+08:00')
const endless = { validFrom: null, validUntil: null }

function policy(values: Partial<Grant> = {}): Grant {
  return {
    id: 'g-1',
    programme: 'ACCIDENT_INSURANCE',
    state: 'ISSUED',
    issuedAt: null,
    validFrom: '2026-11-26T01:00:00Z',
    validUntil: '2027-11-26T01:00:00Z',
    reference: 'POL0000053175',
    contents: [],
    reason: null,
    expectedBy: null,
    ...values,
  }
}

describe('a countdown', () => {
  const left = (validUntil: string) => countdown(policy({ validUntil }), now, zh, 'zh-CN')

  it('says how many days are left', () => {
    expect(left('2027-11-26T01:00:00Z')).toEqual({ text: '还有 365 天', soon: false })
  })

  it('warns from thirty days on', () => {
    expect(left('2026-12-27T01:00:00Z')?.soon).toBe(false)
    expect(left('2026-12-26T01:00:00Z')?.soon).toBe(true)
  })

  it('says the time on the last day', () => {
    expect(left('2026-11-26T10:30:00+08:00')?.text).toContain('10:30')
  })

  it('says that it is over from the very instant on', () => {
    expect(left('2026-11-26T10:00:00+08:00')?.text).toBe('刚刚到期')
  })

  it('is not there for what is not issued or never ends', () => {
    expect(countdown(policy({ state: 'CANCELLED' }), now, zh, 'zh-CN')).toBeNull()
    expect(countdown(policy(endless), now, zh, 'zh-CN')).toBeNull()
  })
})

describe('the validity', () => {
  it('names both ends', () => {
    expect(validityText(policy(), zh, 'zh-CN')).toBe('2026年11月26日 至 2027年11月26日 09:00')
  })

  it('is not told of what was cancelled: it is good for nothing', () => {
    expect(validityText(policy({ state: 'CANCELLED' }), zh, 'zh-CN')).toBeNull()
  })

  it('is left out where there is none', () => {
    expect(validityText(policy(endless), zh, 'zh-CN')).toBeNull()
  })
})

describe('what is said of a grant', () => {
  const said = (values: Partial<Grant>) => standingText(policy(values), zh, 'zh-CN')

  it('says why it waits and by when it should be there', () => {
    const text = said({
      state: 'WAITING',
      reason: 'PROVIDER_UNAVAILABLE',
      expectedBy: '2026-11-27T01:00:00Z',
    })
    expect(text).toContain('连接不上')
    expect(text).toContain('2026年11月27日')
  })

  it('promises no day where the server names none', () => {
    expect(said({ state: 'WAITING', reason: 'OUT_OF_STOCK' })).not.toMatch(/\d/)
  })

  it('is different for every state', () => {
    const states = ['DUE', 'RESERVED', 'USED', 'EXPIRED', 'CANCELLED', 'FAILED', 'ISSUED'] as const
    expect(new Set(states.map((state) => said({ state }))).size).toBe(states.length)
  })

  it('has words for a programme that this version does not know', () => {
    expect(said({ programme: 'SOMETHING_NEW' })).not.toContain('wallet.')
  })
})

describe('the wallet', () => {
  it('shows first what can be used', () => {
    const shown = inOrder([
      policy({ id: 'over', state: 'CANCELLED' }),
      policy({ id: 'gift', programme: 'WELCOME_GIFT' }),
      policy({ id: 'waits', state: 'WAITING' }),
      policy({ id: 'policy' }),
    ])
    expect(shown.map((grant) => grant.id)).toEqual(['policy', 'gift', 'waits', 'over'])
  })
})

describe('a code', () => {
  it('is read in groups of four, after the letters it begins with', () => {
    expect(readable('0123456789')).toBe('0123 4567 89')
    expect(readable('POL0000053175')).toBe('POL 0000 0531 75')
  })

  it('keeps the groups that it has', () => {
    expect(readable('TEST-9E3779B1')).toBe('TEST-9E3779B1')
  })
})
