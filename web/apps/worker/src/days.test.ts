import { describe, expect, it } from 'vitest'
import { dayText, daysBetween, momentText } from './days'

describe('days', () => {
  it('are those of Sanya, whatever the zone of the phone', () => {
    expect(dayText('2026-11-25T16:30:00Z', 'zh-CN')).toBe('2026年11月26日')
    expect(dayText('2026-11-25T15:59:59Z', 'en')).toBe('November 25, 2026')
  })

  it('have times from 00 to 23', () => {
    expect(momentText('2026-11-25T16:05:00Z', 'zh-CN')).toContain('00:05')
  })

  it('are counted by midnights, not by hours', () => {
    const lateEvening = new Date('2026-11-26T23:59:00+08:00')
    expect(daysBetween(lateEvening, new Date('2026-11-27T00:01:00+08:00'))).toBe(1)
    expect(daysBetween(lateEvening, new Date('2026-11-26T00:00:00+08:00'))).toBe(0)
    expect(daysBetween(lateEvening, new Date('2026-11-25T12:00:00+08:00'))).toBe(-1)
    expect(daysBetween(lateEvening, new Date('2027-11-26T01:00:00+08:00'))).toBe(365)
  })
})
