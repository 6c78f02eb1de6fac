import { describe, expect, it } from 'vitest'
import { filtersOf, parametersOf, queryOf, type Filters } from './filters'

const NOW = Date.parse('2026-11-26T17:00:00Z')

describe('the filters of the queue and the address', () => {
  it('wait for review, of all unions, whenever due, unless the address says more', () => {
    expect(filtersOf({})).toEqual({ state: 'IN_REVIEW', union: '', due: '' })
    expect(queryOf(filtersOf({}))).toEqual({})
  })

  it.each<Filters>([
    { state: 'RETURNED', union: '460202', due: '' },
    { state: 'IN_REVIEW', union: 'industry-courier', due: 'overdue' },
    { state: 'REJECTED', union: '', due: '2026-12-01' },
  ])('come back from the address as they went in: %o', (filters) => {
    expect(filtersOf(queryOf(filters) as Record<string, string>)).toEqual(filters)
  })

  it('pass over what makes no sense in an address', () => {
    expect(filtersOf({ state: 'NONSENSE', union: '<img>', due: '2026-13-45' })).toEqual({
      state: 'IN_REVIEW',
      union: '',
      due: '',
    })
  })

  it('take the first where an address says something twice', () => {
    expect(filtersOf({ state: ['APPROVED', 'REJECTED'] }).state).toBe('APPROVED')
  })

  it('tell the server the moment for what is overdue', () => {
    const filters: Filters = { state: 'IN_REVIEW', union: '', due: 'overdue' }
    expect(parametersOf(filters, NOW)).toEqual({
      state: 'IN_REVIEW',
      due: '2026-11-26T17:00:00.000Z',
    })
  })

  it('mean today where the union is, not where the server is', () => {
    const filters: Filters = { state: 'IN_REVIEW', union: '', due: 'today' }
    expect(parametersOf(filters, NOW).due).toBe('2026-11-27')
  })
})
