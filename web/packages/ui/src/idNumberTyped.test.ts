import { describe, expect, it } from 'vitest'
import { plainIdNumber, readIdNumber } from './idNumber'

const TODAY = '2026-11-24'
const FINE = { kind: 'fine', birthDate: '1949-12-31' }

describe('an ID number as people type it', () => {
  it.each([
    ['11010519491231002X', 'plain'],
    ['11010519491231002x', 'with a small x'],
    ['110105 19491231 002X', 'in groups'],
    ['110105-19491231-002X', 'with hyphens'],
    ['110105–19491231－002X', 'with dashes'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'in full-width signs'],
    ['　１１０１０５　19491231－００２ｘ\n', 'in all of it at once'],
  ])('%s (%s) is read as what is meant', (typed) => {
    expect(plainIdNumber(typed)).toBe('11010519491231002X')
    expect(readIdNumber(typed, TODAY)).toEqual(FINE)
  })

  it('is unfinished, and not wrong, while it is typed in full-width digits', () => {
    expect(readIdNumber('１１０１０５１９４９', TODAY)).toEqual({ kind: 'unfinished' })
    expect(readIdNumber('110105-', TODAY)).toEqual({ kind: 'unfinished' })
  })

  it('is wrong where a letter is in it', () => {
    expect(readIdNumber('11010519491231O02X', TODAY)).toEqual({ kind: 'wrong', code: 'PATTERN' })
  })
})
