import { describe, expect, it } from 'vitest'
import { areasOf } from './areas'

describe('areas of the console', () => {
  it('gives operations the flow and the dead letters only', () => {
    expect(areasOf(['OPS'])).toEqual(['flow', 'dead-letters'])
  })

  it('begins a reviewer at the figures and lets him review', () => {
    expect(areasOf(['REVIEWER'])).toEqual(['dashboard', 'review', 'members'])
  })

  it('gives a keeper the stations only', () => {
    expect(areasOf(['STATION_KEEPER'])).toEqual(['stations'])
  })

  it('gives a worker nothing', () => {
    expect(areasOf(['WORKER'])).toEqual([])
  })

  it('adds up the areas of all roles, each once', () => {
    expect(areasOf(['AUDITOR', 'REVIEWER'])).toEqual([
      'dashboard',
      'review',
      'members',
      'benefits',
      'stations',
    ])
  })
})
