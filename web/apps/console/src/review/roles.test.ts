import { describe, expect, it } from 'vitest'
import { actorName } from './actor'
import { mayDecide, mayRelink } from './roles'

describe('who decides about applications', () => {
  it.each(['REVIEWER', 'UNION_ADMIN', 'FEDERATION_ADMIN'])('%s does', (role) => {
    expect(mayDecide([role])).toBe(true)
  })

  it.each(['AUDITOR', 'STATION_KEEPER', 'OPS', 'WORKER'])('%s does not', (role) => {
    expect(mayDecide([role])).toBe(false)
  })

  it('is anybody with one such role among others', () => {
    expect(mayDecide(['AUDITOR', 'REVIEWER'])).toBe(true)
  })
})

describe('who gives and takes members’ numbers', () => {
  it.each(['UNION_ADMIN', 'FEDERATION_ADMIN'])('%s does', (role) => {
    expect(mayRelink([role])).toBe(true)
  })

  it.each(['REVIEWER', 'AUDITOR', 'STATION_KEEPER', 'OPS', 'WORKER'])('%s does not', (role) => {
    expect(mayRelink([role])).toBe(false)
  })
})

describe('the name of who did something', () => {
  const t = (key: string) => key

  it('is the account of a member of staff', () => {
    expect(actorName('staff:li.na', t)).toBe('li.na')
  })

  it('is said in words where it is no account', () => {
    expect(actorName('applicant', t)).toBe('review.actor.applicant')
    expect(actorName(null, t)).toBe('review.actor.unknown')
  })
})
