import { pointOf, type Station } from './station'

/** A place as the phone gives it, WGS-84. */
export interface Place {
  longitude: number
  latitude: number
}

const EARTH_RADIUS_METRES = 6_371_008.8
// As the server reckons: 4 km/h in a straight line.
const METRES_PER_MINUTE = 4_000 / 60
const FAR_MINUTES = 90

type Translate = (key: string, values?: Record<string, unknown>) => string

/** How far a station is; null where it has no place. */
export function metresTo(station: Station, from: Place): number | null {
  const point = pointOf(station)
  return point === null ? null : metresBetween(point, from)
}

/** Great-circle distance from a point, given as longitude and latitude. */
export function metresBetween([longitude, latitude]: readonly number[], from: Place): number {
  if (longitude === undefined || latitude === undefined) return Infinity
  const [phi1, phi2] = [radians(from.latitude), radians(latitude)]
  const h =
    Math.sin((phi2 - phi1) / 2) ** 2 +
    Math.cos(phi1) * Math.cos(phi2) * Math.sin(radians(longitude - from.longitude) / 2) ** 2
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

export function walkingMinutes(metres: number): number {
  return Math.ceil(metres / METRES_PER_MINUTE)
}

/** How far it is to walk; beyond an hour and a half nobody walks, so it is told in kilometres. */
export function walkingText(metres: number, t: Translate): string {
  const minutes = walkingMinutes(metres)
  if (minutes > FAR_MINUTES) return t('stations.far', { km: Math.round(metres / 1000) })
  return minutes <= 1
    ? t('stations.here')
    : t('stations.walk', { minutes, distance: distance(metres, t) })
}

function distance(metres: number, t: Translate): string {
  return metres < 1000
    ? t('stations.metres', { metres: Math.max(10, Math.round(metres / 10) * 10) })
    : t('stations.kilometres', { km: (metres / 1000).toFixed(1) })
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
