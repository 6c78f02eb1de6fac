import type { components } from '@nuanxin/api'
import { api } from '../session'

type Answer = components['schemas']['StationAnswer']

/** A station of the register; whatever shows one does without what it does not have. */
export type Station = Answer & Required<Pick<Answer, 'id' | 'name'>>

export const KINDS = [
  'WARM_NEW',
  'UNION',
  'DRIVERS_HOME',
  'COURIERS_HOME',
] as const satisfies readonly Station['kind'][]

/** The whole register, page after page: it has hundreds, not thousands. */
export async function readStations(): Promise<Station[]> {
  const stations: Station[] = []
  let cursor: string | null = null
  do {
    const query: { limit: string; cursor?: string } = { limit: '100' }
    if (cursor !== null) query.cursor = cursor
    const { data } = await api.GET('/api/v1/stations', { params: { query } })
    stations.push(...((data?.items ?? []) as Station[]))
    cursor = data?.next ?? null
  } while (cursor !== null)
  return stations
}

export async function readStation(id: string): Promise<Station> {
  const { data } = await api.GET('/api/v1/stations/{id}', { params: { path: { id } } })
  return data as Station
}

/** What is looked for; empty is any. */
export interface Wanted {
  text: string
  district: string
  kind: string
  openNow: boolean
}

export const ANY: Wanted = { text: '', district: '', kind: '', openNow: false }

/** Stations that fit, by name. */
export function fitting(stations: readonly Station[], wanted: Wanted): Station[] {
  const text = wanted.text.normalize('NFKC').trim().toLowerCase()
  return stations
    .filter(
      (each) =>
        (wanted.district === '' || each.district === wanted.district) &&
        (wanted.kind === '' || each.kind === wanted.kind) &&
        (!wanted.openNow || each.openNow === true) &&
        `${each.id} ${each.name} ${each.address ?? ''}`.toLowerCase().includes(text),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
}

/** Longitude and latitude in degrees, or null where the register has none. */
export function pointOf(station: Station): [number, number] | null {
  const [longitude, latitude] = station.point?.coordinates ?? []
  return longitude === undefined || latitude === undefined ? null : [longitude, latitude]
}
