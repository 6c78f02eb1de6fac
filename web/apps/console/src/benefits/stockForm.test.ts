import { Problem } from '@nuanxin/api'
import { describe, expect, it } from 'vitest'
import { codesOf, packsOf, refusedLines } from './stockForm'

describe('packs that are typed', () => {
  it.each([
    ['1', 1],
    [' 500 ', 500],
    ['１００', 100],
    ['100000', 100_000],
  ])('takes %j for %d', (text, count) => {
    expect(packsOf(text)).toBe(count)
  })

  it.each(['', '0', '-3', '1.5', '1e3', '100001', 'ten'])('does not take %j', (text) => {
    expect(packsOf(text)).toBeNull()
  })
})

describe('codes that are typed', () => {
  it('are one a line, without empty lines and spaces about them', () => {
    expect(codesOf('AB-12\r\n\n  CD34 \n')).toEqual({ codes: ['AB-12', 'CD34'], wrong: [] })
  })

  it('are wrong where a line is no code, and the line is named as it is seen', () => {
    expect(codesOf('AB12\n\nA B').wrong).toEqual([{ line: 3, why: 'PATTERN' }])
  })

  it('are wrong where one is there twice', () => {
    expect(codesOf('AB12\nCD34\nAB12').wrong).toEqual([{ line: 3, why: 'DUPLICATE' }])
  })

  it('are wrong where there are none, or more than can be added at once', () => {
    expect(codesOf(' \n').wrong).toEqual([{ line: 0, why: 'NONE' }])
    const many = Array.from({ length: 501 }, (_, index) => `CODE-${index}`).join('\n')
    expect(codesOf(many).wrong).toEqual([{ line: 0, why: 'TOO_MANY' }])
  })

  it('that the server knows already are named by their line', () => {
    const refused = new Problem(409, 'codes-known', [
      { field: 'codes[1]', code: 'KNOWN', message: '' },
    ])
    expect(refusedLines(refused, 'AB12\n\nCD34')).toEqual([{ line: 3, why: 'KNOWN' }])
  })
})
