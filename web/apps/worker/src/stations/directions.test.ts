import { expect, it } from 'vitest'
import { directions } from './directions'

const station = {
  id: 's',
  name: '解放路驿站 & 茶',
  crs: 'WGS84' as const,
  point: { type: 'Point', coordinates: [109.499, 18.249] },
}

it('tells the map app the place, the name and the system of the coordinates', () => {
  const ways = directions(station)
  const amap = new URL(ways?.amap ?? '')
  expect(amap.searchParams.get('to')).toBe('109.499,18.249,解放路驿站 & 茶')
  expect(amap.searchParams.get('coordinate')).toBe('wgs84')
  expect(ways?.geo).toMatch(/^geo:18\.249,109\.499\?q=18\.249,109\.499\(/)
})

it('offers no way to a station without a place', () => {
  expect(directions({ id: 's', name: 's' })).toBeNull()
})
