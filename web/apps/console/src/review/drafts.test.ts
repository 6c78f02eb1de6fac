import { describe, expect, it } from 'vitest'
import { createDrafts } from './drafts'

describe('what a reviewer has filled in', () => {
  it('is there again for the same application, and for no other', () => {
    const drafts = createDrafts()
    drafts.of('a').giveBack.ticked.add('name')
    drafts.of('a').giveBack.reasons.name = '和证件不一致'
    drafts.of('a').refuse.code = 'OTHER'
    expect([...drafts.of('a').giveBack.ticked]).toEqual(['name'])
    expect(drafts.of('a').giveBack.reasons).toEqual({ name: '和证件不一致' })
    expect(drafts.of('a').refuse.code).toBe('OTHER')
    expect(drafts.of('b').giveBack.ticked.size).toBe(0)
    expect(drafts.of('b').giveBack.reasons).toEqual({})
  })

  it('is gone once it is decided', () => {
    const drafts = createDrafts()
    drafts.of('a').refuse.more = '情况不符'
    drafts.of('b').refuse.more = '请补充'
    drafts.forget('a')
    expect(drafts.of('a').refuse.more).toBe('')
    expect(drafts.of('b').refuse.more).toBe('请补充')
  })

  it('is gone altogether with the person', () => {
    const drafts = createDrafts()
    drafts.of('a').refuse.more = '情况不符'
    drafts.clear()
    expect(drafts.of('a').refuse.more).toBe('')
  })
})
