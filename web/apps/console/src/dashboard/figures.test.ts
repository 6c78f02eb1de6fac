import { describe, expect, it } from 'vitest'
import { type Figures, shareOf, tablesOf } from './figures'

const FIGURES: Figures = {
  asOf: '2026-11-26T09:00:00+08:00',
  joined: 3,
  waiting: 1,
  overdue: 0,
  today: { applied: 2, joined: 1, decided: 1, onTime: 1 },
  byDay: [{ day: '2026-11-26', applied: 2, joined: 1 }],
  byRoute: [{ route: 'COMMUNITY', joined: 3 }],
  byOccupation: [{ occupation: 'COURIER', joined: 3 }],
  byUnion: [{ id: 'u', name: '社区工会', joined: 3 }],
  byDistrict: [{ code: '460204', name: '天涯区', joined: 3 }],
  coverage: { registered: 23_000, joined: 3 },
}

describe('the figures as tables', () => {
  it('has as many cells in a row as headings', () => {
    for (const table of tablesOf(FIGURES, (key) => key)) {
      for (const row of table.rows) expect(row).toHaveLength(table.headers.length)
    }
  })

  it('names routes and occupations in words', () => {
    const rows = tablesOf(FIGURES, (key) => key).map((table) => table.rows[0]![0])
    expect(rows).toContain('route.COMMUNITY')
    expect(rows).toContain('occupation.COURIER')
  })

  it('has no share of nothing', () => {
    expect(shareOf(0, 0)).toBeNull()
    expect(shareOf(1, 4)).toBe(0.25)
  })
})
