import { describe, expect, it } from 'vitest'
import type { Kept, Shelf } from '../apply/shelf'
import { isNews } from './celebration'
import type { Card } from './standing'

function emptyShelf(): Shelf {
  const all = new Map<string, Kept>()
  return {
    read: async (name) => all.get(name) ?? null,
    write: async (name, kept) => void all.set(name, kept),
    remove: async (name) => void all.delete(name),
    names: async () => [...all.keys()],
  }
}

function card(joinedAt: string | null): Card {
  return { memberId: 'm', name: '王小明', number: '1', union: 'u', joinedAt, state: 'ACTIVE' }
}

const DAY = 24 * 60 * 60 * 1000
const JOINED = '2026-11-26T10:00:00Z'
const AT = Date.parse(JOINED)

describe('a joining', () => {
  it('is celebrated once', async () => {
    const shelf = emptyShelf()
    expect(await isNews(card(JOINED), AT, shelf)).toBe(true)
    expect(await isNews(card(JOINED), AT, shelf)).toBe(false)
    expect(await isNews(card('2026-11-26T10:00:00.123Z'), AT, shelf)).toBe(false)
  })

  it('is no news after three days, or when nobody knows since when', async () => {
    expect(await isNews(card(JOINED), AT + 3 * DAY, emptyShelf())).toBe(true)
    expect(await isNews(card(JOINED), AT + 3 * DAY + 1, emptyShelf())).toBe(false)
    expect(await isNews(card(null), AT, emptyShelf())).toBe(false)
  })

  it('is celebrated again by somebody who left and came back', async () => {
    const shelf = emptyShelf()
    await isNews(card(JOINED), AT, shelf)
    expect(await isNews(card('2027-03-01T10:00:00Z'), Date.parse('2027-03-01'), shelf)).toBe(true)
  })
})
