import { describe, expect, it } from 'vitest'
import { merge, programmeOf, statusAt, type TimelineItem } from './timeline'

function item(id: string, at: string, more: Partial<TimelineItem> = {}): TimelineItem {
  return {
    id,
    type: 'application.submitted',
    at: `2026-11-26T${at}Z`,
    title: '',
    status: 'DONE',
    expectedBy: null,
    reason: null,
    source: 'membership-service',
    ...more,
  }
}

const ids = (items: TimelineItem[]) => items.map((each) => each.id)

describe('a timeline', () => {
  it('shows nothing twice, however often the stream begins anew', () => {
    const first = [item('a', '10:00:00'), item('b', '10:01:00')]
    const again = [...first, item('c', '10:02:00')]
    expect(ids(merge(merge(first, again), again))).toEqual(['a', 'b', 'c'])
  })

  it('shows what came in the gap in its place', () => {
    const known = [item('a', '10:00:00'), item('c', '10:02:00')]
    expect(ids(merge(known, [item('b', '10:01:00')]))).toEqual(['a', 'b', 'c'])
  })

  it('replaces what was awaited by what happened', () => {
    const awaited = item('g', '10:00:00', { status: 'EXPECTED', type: 'grant.expected' })
    const issued = item('g', '10:00:03', { type: 'grant.issued' })
    expect(merge([awaited], [issued])).toEqual([issued])
  })

  it('puts what is awaited after what happened at the same instant', () => {
    const awaited = item('g', '10:00:00', { status: 'EXPECTED' })
    expect(ids(merge([awaited], [item('joined', '10:00:00')]))).toEqual(['joined', 'g'])
  })

  it('compares instants, not texts', () => {
    const coarse = item('first', '10:00:00')
    const fine = item('second', '10:00:00.5')
    expect(ids(merge([fine], [coarse]))).toEqual(['first', 'second'])
  })

  it('drops the review that ended in a return, and shows the next one', () => {
    const review = item('a-1:decision', '10:00:00', {
      type: 'application.review',
      status: 'EXPECTED',
    })
    const returned = item('a-1:2', '10:05:00', { type: 'application.returned' })
    const after = merge([review], [returned])
    expect(ids(after)).toEqual(['a-1:2'])
    expect(ids(merge(after, [{ ...review, at: '2026-11-26T10:09:00Z' }]))).toEqual([
      'a-1:2',
      'a-1:decision',
    ])
    expect(ids(merge([review], [{ ...returned, id: 'a-11:2' }]))).toContain('a-1:decision')
  })

  it('drops benefits that were awaited when the person left', () => {
    const awaited = item('m:HEALTH_CHECK:2026', '10:00:00', {
      type: 'grant.expected',
      status: 'EXPECTED',
    })
    const left = item('m:joining:1:left', '10:05:00', { type: 'member.left' })
    expect(ids(merge([awaited], [left]))).toEqual(['m:joining:1:left'])
  })
})

describe('a step', () => {
  it('is late from the instant by which it was expected', () => {
    const by = '2026-11-26T10:00:30Z'
    const awaited = item('g', '10:00:00', { status: 'EXPECTED', expectedBy: by })
    expect(statusAt(awaited, Date.parse(by))).toBe('EXPECTED')
    expect(statusAt(awaited, Date.parse(by) + 1)).toBe('LATE')
    expect(statusAt({ ...awaited, status: 'DONE' }, Date.parse(by) + 1)).toBe('DONE')
  })

  it('knows its benefit', () => {
    const grant = item('m1:HEALTH_CHECK:2026', '10:00:00', { type: 'grant.issued' })
    expect(programmeOf(grant)).toBe('HEALTH_CHECK')
    expect(programmeOf(item('m1:joining:1', '10:00:00', { type: 'member.joined' }))).toBeNull()
  })
})
