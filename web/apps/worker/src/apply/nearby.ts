import districts from '@nuanxin/ui/geo/sanya-districts.json'
import { pointOf, type Station } from '../stations/station'
import { metresBetween, type Place } from '../stations/walking'
import type { Community } from './draft'

type Point = readonly number[]

/** As much of a station as tells where a community is. */
export type Landmark = Pick<Station, 'name' | 'point' | 'district' | 'communityCode'>

const NEAR_METRES = 5_000
const CITY_METRES = 20_000
// What a name ends in, and its stations' names leave out.
const KIND = /(居委会|村委会|委会)$/
const SORT = /(社区|村|居)$/

/**
 * Communities around a place, the nearest first. Nobody publishes where communities are, so each is
 * where its stations are: those registered under it, or named after it. After these come the others
 * of the district, in the order of their codes. Only an order to look through: the outlines are rough
 * and the person chooses. Empty where the place is far outside.
 */
export function communitiesNear(
  place: Place,
  communities: readonly Community[],
  stations: readonly Landmark[],
): Community[] {
  const district = districtAt(place)
  if (district === null) return []
  const distances = distancesTo(place, communities, stations)
  const metres = (community: Community) => distances.get(community.code) ?? Infinity
  return communities
    .filter((each) => each.district === district || metres(each) < NEAR_METRES)
    .sort((a, b) => (metres(a) === metres(b) ? (a.code < b.code ? -1 : 1) : metres(a) - metres(b)))
}

/** The district whose outline holds the place, or comes nearest; null where none is near. */
export function districtAt(place: Place): string | null {
  const all = districts.features.map((feature) => ({
    code: feature.id,
    rings: feature.geometry.coordinates.map((polygon) => (polygon[0] ?? []) as Point[]),
  }))
  const around = all.find(({ rings }) => rings.some((ring) => holds(ring, place)))
  if (around !== undefined) return around.code
  const nearest = all
    .map(({ code, rings }) => ({
      code,
      metres: Math.min(...rings.flat().map((point) => metresBetween(point, place))),
    }))
    .reduce((a, b) => (b.metres < a.metres ? b : a))
  return nearest.metres < CITY_METRES ? nearest.code : null
}

function distancesTo(
  place: Place,
  communities: readonly Community[],
  stations: readonly Landmark[],
): Map<string, number> {
  const named = communities
    .map(({ code, name, district }) => ({
      code,
      district,
      short: name.replace(KIND, '').replace(SORT, ''),
    }))
    .filter(({ short }) => short.length > 1)
    // The longest name that fits is meant.
    .sort((a, b) => b.short.length - a.short.length)
  const found = new Map<string, number>()
  for (const station of stations) {
    const point = pointOf(station)
    const code =
      station.communityCode ??
      named.find(
        ({ short, district }) => district === station.district && station.name.startsWith(short),
      )?.code
    if (point === null || code === undefined) continue
    found.set(code, Math.min(found.get(code) ?? Infinity, metresBetween(point, place)))
  }
  return found
}

/** Whether a ring of points goes around a place: how often a ray from it crosses tells. */
function holds(ring: readonly Point[], { longitude, latitude }: Place): boolean {
  let inside = false
  ring.forEach(([x1 = 0, y1 = 0], i) => {
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? []
    const crosses = y1 > latitude !== y2 > latitude
    if (crosses && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) inside = !inside
  })
  return inside
}
