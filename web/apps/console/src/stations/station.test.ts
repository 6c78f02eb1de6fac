import { describe, expect, it } from 'vitest'
import { ANY, fitting, type Station } from './station'

const station = (id: string, more: Partial<Station> = {}): Station =>
  ({
    id,
    name: `驿站${id}`,
    kind: 'WARM_NEW',
    district: '460204',
    openNow: true,
    ...more,
  }) as Station

const ids = (found: Station[]) => found.map((each) => each.id)

describe('stations that are looked for', () => {
  it('are all of them when nothing is asked for, 2 before 10', () => {
    expect(ids(fitting([station('10'), station('2')], ANY))).toEqual(['2', '10'])
  })

  it('are found by name, address or id, in wide letters too', () => {
    const all = [station('st-1', { address: '解放路 9 号' }), station('st-2')]
    expect(ids(fitting(all, { ...ANY, text: '解放路' }))).toEqual(['st-1'])
    expect(ids(fitting(all, { ...ANY, text: ' ＳＴ－２ ' }))).toEqual(['st-2'])
  })

  it('are of the district, of the kind, and open, if so asked', () => {
    const all = [
      station('a', { district: '460202' }),
      station('b', { kind: 'UNION' }),
      station('c', { openNow: false }),
      station('d'),
    ]
    const wanted = { text: '', district: '460204', kind: 'WARM_NEW', openNow: true }
    expect(ids(fitting(all, wanted))).toEqual(['d'])
  })
})
