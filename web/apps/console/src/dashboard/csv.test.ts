import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

const rowsOf = (csv: string) => csv.slice(1).split('\r\n')

describe('a table as a file', () => {
  it('has its headings first and a row a line, marked as UTF-8', () => {
    const csv = csvOf(['区', '人数'], [['天涯区', 12]])
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(rowsOf(csv)).toEqual(['区,人数', '天涯区,12', ''])
  })

  it.each(['=1+1', '+86', '-2', '@SUM(A1)'])('never lets a spreadsheet run %s', (text) => {
    expect(rowsOf(csvOf(['a'], [[text]]))[1]).toBe(`'${text}`)
  })

  it('leaves a negative number a number', () => {
    expect(rowsOf(csvOf(['a'], [[-2]]))[1]).toBe('-2')
  })

  it('quotes commas, quotes and line breaks', () => {
    expect(rowsOf(csvOf(['a', 'b'], [['一,二', '"三"']]))[1]).toBe('"一,二","""三"""')
  })

  it('quotes a formula that has a comma after making it harmless', () => {
    expect(rowsOf(csvOf(['a'], [['=A1,B1']]))[1]).toBe(`"'=A1,B1"`)
  })
})
