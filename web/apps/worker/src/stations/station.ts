import type { components } from '@nuanxin/api'

type Answer = components['schemas']['StationAnswer']

/** A station as everybody may see it; one kept by an older version may not have all the rest. */
export type Station = Answer & Required<Pick<Answer, 'id' | 'name'>>

export type Kind = NonNullable<Answer['kind']>
export type Facility = NonNullable<Answer['facilities']>[number]

export const KINDS = [
  'WARM_NEW',
  'UNION',
  'DRIVERS_HOME',
  'COURIERS_HOME',
] as const satisfies readonly Kind[]

export const FACILITIES = [
  'DRINKING_WATER',
  'TOILET',
  'PHONE_CHARGING',
  'BATTERY_SWAP',
  'AIR_CONDITIONING',
  'SEATING',
  'MICROWAVE',
  'MEALS',
  'WIFI',
  'FIRST_AID',
  'UMBRELLAS',
  'REFRIGERATOR',
  'SHOWER',
  'PARKING',
  'MASSAGE_CHAIR',
  'BOOKS',
  'TV',
  'LEGAL_AID',
] as const satisfies readonly Facility[]

/** Sanya's districts by division code. */
export const DISTRICTS = ['460202', '460203', '460204', '460205'] as const

/** Longitude and latitude in degrees, WGS-84, or null where the register has none. */
export function pointOf(station: Pick<Station, 'point'>): [number, number] | null {
  const [longitude, latitude] = station.point?.coordinates ?? []
  return longitude === undefined || latitude === undefined ? null : [longitude, latitude]
}
