import { describe, expect, it } from 'vitest'
import { lengthOf, line, refusalReason, returnReason, type Marks } from './reasons'

const ZH: Marks = { is: '：', next: '；', open: '（', close: '）' }
const EN: Marks = { is: ': ', next: '; ', open: ' (', close: ')' }

describe('the reason of a return', () => {
  it('names every field before its own reason', () => {
    const labels = { name: '姓名', idNumber: '身份证号' } as Record<string, string>
    expect(
      returnReason(
        [
          { field: 'name', reason: '和证件不一致' },
          { field: 'idNumber', reason: ' 最后一位看不清 ' },
        ],
        (field) => labels[field]!,
        ZH,
      ),
    ).toBe('姓名：和证件不一致；身份证号：最后一位看不清')
  })

  it('is one line, whatever was pasted', () => {
    expect(line('a\r\nb\t\u200bc\u2028d')).toBe('a b c d')
  })

  it('shows markup as the text that it is', () => {
    expect(returnReason([{ field: 'name', reason: '<b>x</b>' }], () => 'Name', EN)).toBe(
      'Name: <b>x</b>',
    )
  })
})

describe('the reason of a refusal', () => {
  it('says what the code means, what is added, and the code', () => {
    expect(refusalReason('OUTSIDE_CITY', '不在本市工作', '请向海口申请', ZH)).toBe(
      '不在本市工作；请向海口申请（OUTSIDE_CITY）',
    )
    expect(refusalReason('NOT_ELIGIBLE', 'Not eligible', '', EN)).toBe(
      'Not eligible (NOT_ELIGIBLE)',
    )
  })

  it('is in the reviewer’s own words where no code fits', () => {
    expect(refusalReason('OTHER', 'Another reason', 'Deceased', EN)).toBe('Deceased (OTHER)')
  })
})

describe('the length of a reason', () => {
  it('counts a rare character once, as the server does', () => {
    expect(lengthOf('𠮷a')).toBe(2)
  })
})
