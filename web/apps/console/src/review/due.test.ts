import { describe, expect, it } from 'vitest'
import { dueOf } from './due'

const DUE = '2026-11-26T09:30:00Z'
const at = (time: string) => dueOf(DUE, Date.parse(time))

describe('the countdown of an application', () => {
  it('says how many hours are left', () => {
    expect(at('2026-11-26T07:29:00Z')).toEqual({
      urgency: 'soon',
      key: 'review.due.left.hours',
      count: 2,
    })
  })

  it('never promises more time than there is', () => {
    expect(at('2026-11-26T07:30:01Z').count).toBe(1)
  })

  it('counts minutes within the last hour', () => {
    expect(at('2026-11-26T09:05:00Z')).toMatchObject({ key: 'review.due.left.minutes', count: 25 })
  })

  it('counts days from two days on, and is calm then', () => {
    expect(at('2026-11-23T09:00:00Z')).toEqual({
      urgency: 'calm',
      key: 'review.due.left.days',
      count: 3,
    })
    expect(at('2026-11-24T10:00:00Z')).toMatchObject({ key: 'review.due.left.hours', count: 47 })
  })

  it('is pressing from four hours on', () => {
    expect(at('2026-11-26T05:29:59Z').urgency).toBe('calm')
    expect(at('2026-11-26T05:30:00Z').urgency).toBe('soon')
  })

  it('is late from the very moment it is due', () => {
    expect(at(DUE)).toEqual({ urgency: 'late', key: 'review.due.late.minutes', count: 0 })
    expect(at('2026-11-26T12:31:00Z')).toEqual({
      urgency: 'late',
      key: 'review.due.late.hours',
      count: 3,
    })
  })

  it('says so where nobody knows by when', () => {
    expect(dueOf(null, 0).urgency).toBe('undated')
    expect(dueOf('soon', 0).urgency).toBe('undated')
  })
})
