import { describe, expect, it } from 'vitest'
import { i18n } from '../language'
import type { Station } from './station'
import { metresTo, walkingMinutes, walkingText } from './walking'

const zh = (key: string, values?: Record<string, unknown>) =>
  i18n.global.t(key, values ?? {}, { locale: 'zh-CN' })

describe('the way to a station', () => {
  it('is what the server reckons for the same places', () => {
    const station: Station = {
      id: 'st-240',
      name: '示例',
      point: { type: 'Point', coordinates: [109.499026, 18.249459] },
    }
    const metres = metresTo(station, { longitude: 109.5, latitude: 18.25 })
    expect(Math.round(metres ?? 0)).toBe(119)
    expect(walkingMinutes(metres ?? 0)).toBe(2)
  })

  it('is unknown where the register has no place', () => {
    expect(metresTo({ id: 's', name: 's' }, { longitude: 109.5, latitude: 18.25 })).toBeNull()
  })

  it('is rounded up to whole minutes', () => {
    expect(walkingMinutes(66.6)).toBe(1)
    expect(walkingMinutes(66.7)).toBe(2)
    expect(walkingMinutes(1000)).toBe(15)
  })

  it('is told in minutes, with the distance in round figures', () => {
    expect(walkingText(119, zh)).toBe('步行约 2 分钟（120 米）')
    expect(walkingText(1440, zh)).toBe('步行约 22 分钟（1.4 公里）')
  })

  it('is told as being here when one stands before it', () => {
    expect(walkingText(4, zh)).toBe('就在旁边')
  })

  it('is told in kilometres where nobody walks', () => {
    expect(walkingText(23_400, zh)).toBe('约 23 公里，走路太远')
  })
})
