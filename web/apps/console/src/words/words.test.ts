import { describe, expect, it } from 'vitest'
import en from './en'
import zhCN from './zh-CN'

/** Every key with what its text fills in. */
function keysOf(words: object, under = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${under}${key}.`)
      : `${under}${key} ${[...new Set(String(value).match(/\{\w+\}/g) ?? [])].sort().join(' ')}`,
  )
}

describe('the words', () => {
  it('are the same in both languages, and fill in the same', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zhCN).sort())
  })
})
