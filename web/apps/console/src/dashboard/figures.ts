import type { components, Told } from '@nuanxin/api'
import { api } from '../session'
import type { Cell } from './csv'

/** How the caller's unions stand; days are oldest first, the current one last. */
export type Figures = Told<components['schemas']['Figures']>

/** Figures as a table; a chart shows the same rows, the first column being what they are of. */
export interface FigureTable {
  key: 'byDay' | 'byRoute' | 'byOccupation' | 'byUnion' | 'byDistrict'
  headers: string[]
  rows: Cell[][]
}

type Translate = (key: string) => string

export const DAYS = 14

export async function readFigures(): Promise<Figures> {
  const { data } = await api.GET('/api/v1/figures', { params: { query: { days: DAYS } } })
  return data as Figures
}

/** Every table of the page, in a person's language. */
export function tablesOf(figures: Figures, t: Translate): FigureTable[] {
  const joined = t('dashboard.column.joined')
  const table = (key: FigureTable['key'], rows: Cell[][], ...more: string[]): FigureTable => ({
    key,
    headers: [t(`dashboard.column.${key}`), ...more, joined],
    rows,
  })
  return [
    table(
      'byDay',
      figures.byDay.map((each) => [each.day, each.applied, each.joined]),
      t('dashboard.column.applied'),
    ),
    table(
      'byRoute',
      figures.byRoute.map((each) => [t(`route.${each.route}`), each.joined]),
    ),
    table(
      'byOccupation',
      figures.byOccupation.map((each) => [t(`occupation.${each.occupation}`), each.joined]),
    ),
    table(
      'byUnion',
      figures.byUnion.map((each) => [each.name, each.joined]),
    ),
    table(
      'byDistrict',
      figures.byDistrict.map((each) => [each.name, each.joined]),
    ),
  ]
}

/** A part of a whole, from 0 to 1; null where there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}
