import type { components } from '@nuanxin/api'

/** A station as everybody may see it. */
export type Station = components['schemas']['StationAnswer'] & { id: string; name: string }

export const KINDS = ['WARM_NEW', 'UNION', 'DRIVERS_HOME', 'COURIERS_HOME'] as const

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
] as const

export type Kind = (typeof KINDS)[number]
export type Facility = (typeof FACILITIES)[number]

/** Sanya's districts by division code. */
export const DISTRICTS = ['460202', '460203', '460204', '460205'] as const

/** Longitude and latitude in degrees, WGS-84, or null where the register has none. */
export function pointOf(station: Station): [number, number] | null {
  const [longitude, latitude] = station.point?.coordinates ?? []
  return longitude === undefined || latitude === undefined ? null : [longitude, latitude]
}
