import { describe, expect, it } from 'vitest'
import { isMasked } from './masked'

describe('what was sent', () => {
  it('is masked for who has nothing to decide', () => {
    expect(isMasked({ idNumber: '460***********1234' })).toBe(true)
  })

  it('is in plain for who has to decide', () => {
    expect(isMasked({ idNumber: '46020019900307123X' })).toBe(false)
  })

  it('is neither where it is not told', () => {
    expect(isMasked(null)).toBe(false)
  })
})
