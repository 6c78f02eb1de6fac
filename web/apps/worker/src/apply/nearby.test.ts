import { describe, expect, it } from 'vitest'
import type { Community } from './draft'
import { communitiesNear, districtAt, type Landmark } from './nearby'

const LUHUITOU = { longitude: 109.5, latitude: 18.2 }
const HAITANG = { longitude: 109.74, latitude: 18.38 }

function community(code: string, name: string): Community {
  return { code, name, district: code.slice(0, 6) }
}

function station(name: string, place: typeof HAITANG, more: Partial<Landmark> = {}): Landmark {
  return {
    name,
    district: '460202',
    point: { type: 'Point', coordinates: [place.longitude, place.latitude] },
    ...more,
  }
}

function moved(place: typeof HAITANG, metresNorth: number) {
  return { ...place, latitude: place.latitude + metresNorth / 111_195 }
}

const LINWANG = community('460202198002', '林旺社区居委会')
const YONGNING = community('460202198001', '永宁社区居委会')
const TENGHAI = community('460202198003', '藤海社区居委会')
const ELSEWHERE = community('460205198001', '崖城社区居委会')

describe('the district of a place', () => {
  it.each([
    ['460202', HAITANG],
    ['460204', { longitude: 109.4, latitude: 18.36 }],
    ['460205', { longitude: 109.1246, latitude: 18.3978 }],
  ])('is %s where its outline is', (code, place) => {
    expect(districtAt(place)).toBe(code)
  })

  it('is the nearest for a place just off the rough coastline', () => {
    expect(districtAt({ longitude: 109.48, latitude: 18.17 })).toMatch(/^46020[34]$/)
  })

  it('is none far from the city', () => {
    expect(districtAt({ longitude: 110.35, latitude: 20.02 })).toBeNull()
  })
})

describe('communities around a place', () => {
  const all = [YONGNING, LINWANG, TENGHAI, ELSEWHERE]

  it('are those with a station nearby first, then the others of the district by code', () => {
    const stations = [
      station('藤海码头暖新驿站', moved(HAITANG, 300)),
      station('林旺餐饮店暖新驿站', moved(HAITANG, 2_000)),
    ]
    expect(communitiesNear(HAITANG, all, stations)).toEqual([TENGHAI, LINWANG, YONGNING])
  })

  it('are placed by the code that a station is registered under, before any name', () => {
    const stations = [
      station('林旺大厦', moved(HAITANG, 100), { communityCode: YONGNING.code }),
      station('林旺南', moved(HAITANG, 900)),
    ]
    expect(communitiesNear(HAITANG, all, stations)[0]).toEqual(YONGNING)
  })

  it('are as near as their nearest station', () => {
    const stations = [
      station('林旺远', moved(HAITANG, 9_000)),
      station('林旺近', moved(HAITANG, 200)),
      station('藤海站', moved(HAITANG, 500)),
    ]
    expect(communitiesNear(HAITANG, all, stations)[0]).toEqual(LINWANG)
  })

  it('hold one of the next district when it is near, for the outlines are rough', () => {
    const stations = [station('崖城站', moved(HAITANG, 400), { district: '460205' })]
    expect(communitiesNear(HAITANG, all, stations)[0]).toEqual(ELSEWHERE)
  })

  it('are all of the district where no station tells anything', () => {
    expect(communitiesNear(HAITANG, all, [])).toEqual([YONGNING, LINWANG, TENGHAI])
  })

  it('are none far outside', () => {
    expect(communitiesNear({ ...LUHUITOU, latitude: 20 }, all, [])).toEqual([])
  })
})
