import { describe, expect, it } from 'vitest'
import { i18n } from '../language'
import { openedAt, openedText, WEEK, weekLines } from './hours'

const zh = (key: string, values?: Record<string, unknown>) =>
  i18n.global.t(key, values ?? {}, { locale: 'zh-CN' })

const daily = [{ days: [...WEEK], opens: '08:00', closes: '21:30' }]
const weekdays = [{ days: WEEK.slice(0, 5), opens: '09:00', closes: '17:00' }]
const nights = [{ days: ['SUNDAY' as const], opens: '22:00', closes: '06:00' }]

function said(hours: Parameters<typeof openedAt>[0], local: string): string {
  const now = new Date(`${local}+08:00`)
  return openedText(openedAt(hours, now), now, zh)
}

// 2026-11-26 is a Thursday.
describe('a station', () => {
  it('is open from the minute it opens to the minute before it closes', () => {
    expect(said(daily, '2026-11-26T08:00:00')).toBe('营业中，21:30 关门')
    expect(said(daily, '2026-11-26T21:29:59')).toBe('营业中，21:30 关门')
    expect(said(daily, '2026-11-26T21:30:00')).toBe('已关门，明天 08:00 开门')
  })

  it('says when it opens later today', () => {
    expect(said(daily, '2026-11-26T07:59:00')).toBe('已关门，今天 08:00 开门')
  })

  it('says on which day it opens when that is not tomorrow', () => {
    expect(said(weekdays, '2026-11-27T18:00:00')).toBe('已关门，周一 09:00 开门')
  })

  it('that is open over midnight and over the end of the week is open on Monday', () => {
    expect(said(nights, '2026-11-29T23:00:00')).toBe('营业中，06:00 关门')
    expect(said(nights, '2026-11-30T05:59:00')).toBe('营业中，06:00 关门')
    expect(said(nights, '2026-11-30T06:00:00')).toBe('已关门，周日 22:00 开门')
  })

  it('that closes at midnight and opens at midnight never closes', () => {
    const always = [{ days: [...WEEK], opens: '00:00', closes: '24:00' }]
    expect(said(always, '2026-11-29T23:59:59')).toBe('24 小时营业')
    expect(said(always, '2026-11-30T00:00:00')).toBe('24 小时营业')
  })

  it('without hours is closed', () => {
    expect(said([], '2026-11-26T12:00:00')).toBe('已关门')
  })
})

describe('the hours of the week', () => {
  it('name days in a row by the first and the last', () => {
    expect(weekLines(weekdays, zh)).toEqual(['周一至周五 09:00–17:00'])
    expect(weekLines(daily, zh)).toEqual(['每天 08:00–21:30'])
  })

  it('name single days one by one', () => {
    const some = [{ days: ['MONDAY', 'THURSDAY'] as const, opens: '00:00', closes: '24:00' }]
    expect(
      weekLines(
        some.map((each) => ({ ...each, days: [...each.days] })),
        zh,
      ),
    ).toEqual(['周一、周四 全天'])
  })
})
