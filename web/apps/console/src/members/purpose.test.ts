import { describe, expect, it } from 'vitest'
import { wrongPurpose } from './purpose'

describe('a purpose', () => {
  it.each(['', '核对一下', ' 核对一下 ', '核\u200b对一下'])('is too short as “%s”', (purpose) => {
    expect(wrongPurpose(purpose)?.key).toBe('member.full.short')
  })

  it.each(['核对工伤险', '核'.repeat(200), '𠮷'.repeat(200)])('is fine', (purpose) => {
    expect(wrongPurpose(purpose)).toBeNull()
  })

  it('is too long beyond what the server takes', () => {
    expect(wrongPurpose('核'.repeat(201))?.key).toBe('member.full.long')
  })
})
