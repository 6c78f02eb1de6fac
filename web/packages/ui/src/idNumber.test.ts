import { describe, expect, it } from 'vitest'
import { readIdNumber } from './idNumber'

const TODAY = '2026-11-24'

describe('the ID number of a resident of Hong Kong, Macao or Taiwan', () => {
  it.each(['810000199003070074', '820000199003070076', '830000199003070078'])(
    '%s is as good as any',
    (number) => {
      expect(readIdNumber(number, TODAY)).toEqual({ kind: 'fine', birthDate: '1990-03-07' })
    },
  )
})
