import { pointOf, type Station } from './station'

/** Links that open a map app with the way to a station; nothing is asked of anybody before the tap. */
export interface Directions {
  amap: string
  geo: string
}

/** Null where the register has no place. */
export function directions(station: Station): Directions | null {
  const point = pointOf(station)
  if (point === null) return null
  const [longitude, latitude] = point
  const amap = new URL('https://uri.amap.com/navigation')
  amap.searchParams.set('to', `${longitude},${latitude},${station.name}`)
  amap.searchParams.set('mode', 'walk')
  // Told which system it is, the map shifts by itself the 470 metres that lie between the two here.
  amap.searchParams.set('coordinate', station.crs === 'GCJ02' ? 'gaode' : 'wgs84')
  amap.searchParams.set('callnative', '1')
  const label = encodeURIComponent(station.name)
  return {
    amap: amap.href,
    geo: `geo:${latitude},${longitude}?q=${latitude},${longitude}(${label})`,
  }
}
