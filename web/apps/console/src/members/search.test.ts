import { describe, expect, it } from 'vitest'
import { bodyOf, criteriaOf, queryOf, type Criteria } from './search'

const criteria = (more: Partial<Criteria>): Criteria => ({ ...criteriaOf({}), ...more })

describe('a search for members', () => {
  it('never writes into the address who somebody is', () => {
    expect(
      queryOf(
        criteria({
          phone: '13900000000',
          idNumber: '460200199001011234',
          membershipNumber: '460200-2026-0000001-8',
          state: 'ACTIVE',
        }),
      ),
    ).toEqual({ state: 'ACTIVE' })
  })

  it('takes from the address the rest, if it makes sense', () => {
    expect(
      criteriaOf({ state: 'LEFT', union: '460202', occupation: 'COURIER', phone: '139' }),
    ).toEqual(criteria({ state: 'LEFT', unionId: '460202', occupation: 'COURIER' }))
    expect(criteriaOf({ state: 'X', union: '<>', occupation: '1' })).toEqual(criteria({}))
  })

  it('sends what is filled in, without the spaces around it, and the cursor of the page', () => {
    expect(bodyOf(criteria({ phone: ' 139 0000 0000 ' }), 'next')).toEqual({
      phone: '139 0000 0000',
      limit: 25,
      cursor: 'next',
    })
    expect(bodyOf(criteria({}), null)).toEqual({ limit: 25 })
  })
})
