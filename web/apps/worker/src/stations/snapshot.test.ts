import { describe, expect, it } from 'vitest'
import { i18n } from '../language'
import { ageText, keepSnapshot, readSnapshot } from './snapshot'

const zh = (key: string, values?: Record<string, unknown>) =>
  i18n.global.t(key, values ?? {}, { locale: 'zh-CN' })
const now = new Date('2026-11-26T10:00:00+08:00')

function age(minutes: number): string {
  return ageText(now.getTime() - minutes * 60_000, now, zh)
}

describe('the age of a snapshot', () => {
  it('is told in minutes, hours or days', () => {
    expect(age(0)).toBe('刚刚更新')
    expect(age(2)).toBe('2 分钟前更新')
    expect(age(59.9)).toBe('59 分钟前更新')
    expect(age(60)).toBe('1 小时前更新')
    expect(age(24 * 60 - 1)).toBe('23 小时前更新')
    expect(age(3 * 24 * 60)).toBe('3 天前更新')
  })

  it('is not negative when the phone’s clock was put back', () => {
    expect(age(-500)).toBe('刚刚更新')
  })
})

describe('a browser that keeps nothing', () => {
  it('has no snapshot, and that is no failure', async () => {
    await keepSnapshot({ stations: [], takenAt: 0 })
    expect(await readSnapshot()).toBeNull()
  })
})
