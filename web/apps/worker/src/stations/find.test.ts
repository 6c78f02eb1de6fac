import { describe, expect, it } from 'vitest'
import { find, type Wish } from './find'
import { WEEK } from './hours'
import type { Station } from './station'

const noon = new Date('2026-11-26T12:00:00+08:00')
const anything: Wish = {
  kind: null,
  facilities: [],
  openNow: false,
  place: null,
  district: null,
  community: null,
}

function station(id: string, values: Partial<Station> = {}): Station {
  return {
    id,
    name: id,
    kind: 'UNION',
    district: '460203',
    facilities: ['DRINKING_WATER', 'TOILET'],
    hours: [{ days: [...WEEK], opens: '08:00', closes: '20:00' }],
    point: { type: 'Point', coordinates: [109.5, 18.25] },
    ...values,
  }
}

const night = { hours: [{ days: [...WEEK], opens: '20:00', closes: '06:00' }] }

function ids(stations: Station[], wish: Partial<Wish>): string[] {
  return find(stations, { ...anything, ...wish }, noon).map((found) => found.station.id)
}

describe('finding a station', () => {
  it('goes by the distance from where one is, whatever the district', () => {
    const far = station('far', { point: { type: 'Point', coordinates: [109.6, 18.25] } })
    const nowhere: Station = { ...station('nowhere'), point: { type: 'Point', coordinates: [] } }
    const place = { longitude: 109.5, latitude: 18.25 }
    expect(ids([nowhere, far, station('near')], { place, district: '460205' })).toEqual([
      'near',
      'far',
      'nowhere',
    ])
  })

  it('without a place keeps to the district, and puts the community’s and the open first', () => {
    const stations = [
      station('closed', night),
      station('open'),
      station('mine', { ...night, communityCode: '460203198001' }),
      station('elsewhere', { district: '460205' }),
    ]
    expect(ids(stations, { district: '460203', community: '460203198001' })).toEqual([
      'mine',
      'open',
      'closed',
    ])
  })

  it('wants every facility asked for, the kind, and open if so asked', () => {
    const stations = [
      station('fits', { facilities: ['DRINKING_WATER', 'SHOWER'] }),
      station('no-shower'),
      station('other-kind', { kind: 'WARM_NEW', facilities: ['SHOWER'] }),
      station('shut', { ...night, facilities: ['SHOWER'] }),
    ]
    expect(ids(stations, { kind: 'UNION', facilities: ['SHOWER'], openNow: true })).toEqual([
      'fits',
    ])
  })
})
