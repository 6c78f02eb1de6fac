import { describe, expect, it } from 'vitest'
import type { Entry, Stage } from './decision'
import { ALONG, asksBeforeLeaving } from './leaving'

const entries = (count: number, stage: Stage): Entry[] =>
  Array.from({ length: count }, (_, i) => ({
    decision: {
      id: `a-${i}`,
      version: 1,
      name: 'Li**',
      about: { occupation: null, employer: null, dueAt: null, phone: '' },
      verdict: 'approve',
      body: {},
    },
    stage,
  }))

describe('closing the page', () => {
  it('takes a few decisions along without asking', () => {
    expect(asksBeforeLeaving(entries(ALONG, { kind: 'waiting', until: 0 }))).toBe(false)
  })

  it('is asked about while more than a few are not sent, wherever they stand', () => {
    expect(asksBeforeLeaving(entries(ALONG + 1, { kind: 'waiting', until: 0 }))).toBe(true)
    const mixed = [...entries(ALONG, { kind: 'queued' }), ...entries(1, { kind: 'sending' })]
    expect(asksBeforeLeaving(mixed)).toBe(true)
  })

  it('is not asked about what has an end', () => {
    expect(asksBeforeLeaving(entries(50, { kind: 'done' }))).toBe(false)
  })
})
