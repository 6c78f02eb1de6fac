import { describe, expect, it } from 'vitest'
import { lengthOf, line } from './reasons'

describe('a reason', () => {
  it('is one line, whatever was pasted', () => {
    expect(line('a\r\nb\t\u200bc\u2028d')).toBe('a b c d')
  })

  it('keeps markup as the text that it is', () => {
    expect(line(' <b>x</b> ')).toBe('<b>x</b>')
  })

  it('is as long as the server counts it: a rare character once', () => {
    expect(lengthOf('𠮷a')).toBe(2)
  })
})
