import { describe, expect, it } from 'vitest'
import { eventsOf } from './events'
import type { TimelineItem } from './types'

const item = (id: string, more: Partial<TimelineItem> = {}): TimelineItem => ({
  id,
  type: 'grant.issued',
  at: '2026-11-26T01:00:00Z',
  title: id,
  status: 'DONE',
  expectedBy: null,
  reason: null,
  source: 'benefits-service',
  event: null,
  ...more,
})
const event = (id: string) => ({ id, type: 'org.nuanxin.x.v1', sequence: 2 })

describe('the events behind a timeline', () => {
  it('are each shown once, however many steps they tell of', () => {
    const rows = eventsOf([
      item('approved', { source: 'membership-service', event: event('m-2') }),
      item('joined', { source: 'membership-service', event: event('m-2') }),
      item('grant', { event: event('g-1') }),
    ])
    expect(rows.map((each) => [each.source, each.id, each.sequence])).toEqual([
      ['membership-service', 'm-2', 2],
      ['benefits-service', 'g-1', 2],
    ])
  })

  it('are left out where they are not known, as with an older server', () => {
    const old = item('old')
    delete old.event
    expect(eventsOf([item('expected'), old])).toEqual([])
  })

  it('are told apart by their sources', () => {
    const rows = eventsOf([
      item('a', { source: 'a-service', event: event('1') }),
      item('b', { source: 'b-service', event: event('1') }),
    ])
    expect(rows).toHaveLength(2)
  })
})
