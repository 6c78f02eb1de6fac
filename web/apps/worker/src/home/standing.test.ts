import { describe, expect, it } from 'vitest'
import { generalReason, returnReason, type Application, type Membership } from './application'
import { mayApply, standingOf } from './standing'

function application(state: Application['state'], more: Partial<Application> = {}): Application {
  return {
    id: 'a-1',
    state,
    dueAt: null,
    memberId: null,
    membershipNumber: null,
    union: { id: 'u', name: '三亚市快递行业工会', route: 'INDUSTRY', reason: '' },
    submittedAt: '2026-11-26T10:00:00Z',
    version: 1,
    returnedFields: [],
    form: null,
    history: [],
    ...more,
  }
}

function membership(state: Membership['state']): Membership {
  return {
    memberId: 'm',
    membershipNumber: '4602000000001',
    state,
    name: '王小明',
    union: { id: 'u', name: '三亚市快递行业工会' },
    joinedAt: '2026-11-26T10:00:00Z',
    leftAt: null,
  }
}

describe('where a person stands', () => {
  it('is nowhere before the first application', () => {
    expect(standingOf([], null)).toEqual({ kind: 'none' })
  })

  it.each([
    ['IN_REVIEW', 'review'],
    ['RETURNED', 'returned'],
    ['REJECTED', 'rejected'],
    ['WITHDRAWN', 'withdrawn'],
  ] as const)('with an application that is %s is %s', (state, kind) => {
    expect(standingOf([application(state)], null).kind).toBe(kind)
  })

  it('is joined by the answer alone, before the membership was read', () => {
    const approved = application('APPROVED', { membershipNumber: '4602000000001' })
    expect(standingOf([approved], null, '王小明')).toMatchObject({
      kind: 'joined',
      card: { name: '王小明', number: '4602000000001', joinedAt: '2026-11-26T10:00:00Z' },
    })
  })

  it('counts the newest application', () => {
    expect(standingOf([application('IN_REVIEW'), application('REJECTED')], null).kind).toBe(
      'review',
    )
  })

  it('is ended after leaving, and may begin again', () => {
    const left = standingOf([application('APPROVED')], membership('LEFT'))
    expect(left.kind).toBe('ended')
    expect(mayApply(left)).toBe(true)
  })

  it('lets nobody apply beside an open application or a membership', () => {
    expect(mayApply(standingOf([application('RETURNED')], null))).toBe(false)
    expect(mayApply(standingOf([application('APPROVED')], membership('ACTIVE')))).toBe(false)
    expect(mayApply(standingOf([application('REJECTED')], null))).toBe(true)
  })
})

describe('why a field was given back', () => {
  it('is what the latest return that names it says', () => {
    const step = (reason: string, fields: string[]) => ({
      at: '',
      actor: '',
      action: 'RETURNED' as const,
      reason,
      fields,
    })
    const given = application('RETURNED', {
      history: [step('旧', ['name']), step('新', ['name']), step('号码', ['idNumber'])],
    })
    expect(returnReason(given, 'name')).toBe('新')
    expect(returnReason(given, 'employer')).toBeNull()
  })

  const returned = (reason: string | null, own?: { field: string; reason: string }[]) =>
    application('RETURNED', {
      history: [
        {
          at: '',
          actor: '',
          action: 'RETURNED' as const,
          reason,
          fields: ['name', 'employer'],
          ...(own === undefined ? {} : { fieldReasons: own }),
        },
      ],
    })

  it("is the field's own reason where it has one, and that of all where it has none", () => {
    const given = returned('请改两处', [{ field: 'name', reason: '和证件不一致' }])
    expect(returnReason(given, 'name')).toBe('和证件不一致')
    expect(returnReason(given, 'employer')).toBe('请改两处')
    expect(generalReason(given)).toBe('请改两处')
  })

  it('is not said twice where the server has joined the reasons of the fields', () => {
    const own = [
      { field: 'name', reason: '和证件不一致' },
      { field: 'employer', reason: '写全称' },
    ]
    expect(generalReason(returned('姓名：和证件不一致；单位：写全称', own))).toBeNull()
    expect(generalReason(returned('请改两处'))).toBeNull()
    expect(generalReason(returned('请改两处', []))).toBeNull()
  })
})
