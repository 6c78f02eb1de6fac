import { describe, expect, it } from 'vitest'
import { failedRulesOf } from './why'

const step = (action: string, reason: string | null) => ({
  at: '2026-11-26T01:00:00Z',
  actor: 'rules',
  action,
  reason,
  fields: [],
})

describe('why an application came to review', () => {
  it('is what the server names', () => {
    expect(failedRulesOf({ failedRules: ['PHONE_VERIFIED'], history: [] })).toEqual([
      'PHONE_VERIFIED',
    ])
  })

  it('is read out of the latest of the history where the server does not name it', () => {
    expect(
      failedRulesOf({
        history: [
          step('SENT_TO_REVIEW', 'MANUAL_REVIEW'),
          step('RETURNED', 'Name: no'),
          step('SENT_TO_REVIEW', 'EMPLOYER_UNAMBIGUOUS, NOT_REFUSED_BEFORE'),
        ],
      }),
    ).toEqual(['EMPLOYER_UNAMBIGUOUS', 'NOT_REFUSED_BEFORE'])
  })

  it('may be nothing', () => {
    expect(failedRulesOf({ failedRules: null, history: [step('SUBMITTED', null)] })).toEqual([])
  })
})
