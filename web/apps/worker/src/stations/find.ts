import { openedAt } from './hours'
import type { Facility, Kind, Station } from './station'
import { metresTo, type Place } from './walking'

/** What a person looks for. */
export interface Wish {
  kind: Kind | null
  facilities: readonly Facility[]
  openNow: boolean
  /** From where; null where the phone does not say. */
  place: Place | null
  district: string | null
  community: string | null
}

/** A station that fits, and how far it is. */
export interface Found {
  station: Station
  metres: number | null
}

/** Nearest first; without a place those of the community chosen, then the open, then by name. */
export function find(stations: readonly Station[], wish: Wish, now: Date): Found[] {
  const open = new Map(stations.map((each) => [each.id, openedAt(each.hours, now).open]))
  const found = stations
    .filter((station) => fits(station, wish) && (!wish.openNow || open.get(station.id)))
    .map((station) => ({
      station,
      metres: wish.place === null ? null : metresTo(station, wish.place),
    }))
  const rank = ({ station }: Found) =>
    (wish.community !== null && station.communityCode === wish.community ? 0 : 2) +
    (open.get(station.id) ? 0 : 1)
  return found.sort((a, b) =>
    wish.place === null
      ? rank(a) - rank(b) || a.station.name.localeCompare(b.station.name, 'zh-CN')
      : (a.metres ?? Infinity) - (b.metres ?? Infinity),
  )
}

function fits(station: Station, wish: Wish): boolean {
  return (
    (wish.kind === null || station.kind === wish.kind) &&
    wish.facilities.every((facility) => station.facilities?.includes(facility)) &&
    // With a place the nearest may well be in the next district.
    (wish.place !== null || wish.district === null || station.district === wish.district)
  )
}
