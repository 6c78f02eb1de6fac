import { describe, expect, it } from 'vitest'
import { merge, placeOf } from './merge'
import { createQueue, type ReadPage } from './queue'
import type { QueueItem } from './types'

const item = (person: string, due: string, more: Partial<QueueItem> = {}): QueueItem => ({
  id: `${person}-1`,
  state: 'IN_REVIEW',
  dueAt: `2026-11-${due}T09:30:00Z`,
  warning: null,
  submittedAt: '2026-11-20T01:00:00Z',
  version: 1,
  union: { id: '460202', name: '海棠区工会联合会', route: 'COMMUNITY' },
  name: '陈**',
  idNumber: '460***********0685',
  phone: '139****2068',
  occupation: 'COURIER',
  employer: null,
  communityCode: '460202198001',
  reason: 'EMPLOYER_UNAMBIGUOUS',
  ...more,
})
const people = (items: readonly QueueItem[]) => items.map((each) => each.id[0]).join('')
const nobody = new Set<string>()
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((person) => item(person, '26')) as [
  QueueItem,
  QueueItem,
  QueueItem,
  QueueItem,
  QueueItem,
]

describe('a stretch of the queue read anew', () => {
  it('takes out what is decided, and leaves what is before and behind', () => {
    const span = { after: placeOf(a), page: [c], more: true }
    expect(people(merge([a, b, c, d], span, nobody).items)).toBe('acd')
  })

  it('takes in what came meanwhile, at its place', () => {
    const span = { after: null, page: [a, b, c], more: true }
    expect(people(merge([a, c, d], span, nobody).items)).toBe('abcd')
  })

  it('drops everything behind a page that is the last', () => {
    const span = { after: null, page: [a, b], more: false }
    expect(people(merge([a, b, c, d], span, nobody).items)).toBe('ab')
  })

  it('leaves what is gone in its place while somebody looks at it, and says that it is gone', () => {
    const span = { after: null, page: [a, c, d], more: true }
    const merged = merge([a, b, c, d], span, new Set([b.id]))
    expect(people(merged.items)).toBe('abcd')
    expect(merged.gone).toEqual([b.id])
  })

  it('has everybody once, also who has moved to another place', () => {
    const later = item('a', '28')
    const span = { after: null, page: [b, c, later], more: false }
    expect(people(merge([a, b, c], span, nobody).items)).toBe('bca')
  })
})

/** A server with a list of its own, two to a page, whose cursors are places as the real one's. */
function serving(list: () => QueueItem[]): ReadPage {
  return (cursor) => {
    const all = list()
    const from = cursor === null ? 0 : all.findIndex((each) => each.id > cursor)
    const page = from < 0 ? [] : all.slice(from, from + 2)
    const last = page.at(-1)
    return Promise.resolve({
      items: page,
      next: last !== undefined && all.at(-1) !== last ? last.id : null,
    })
  }
}

describe('the queue', () => {
  it('is read page by page until its end', async () => {
    const queue = createQueue()
    await queue.open(serving(() => [a, b, c]))
    expect(people(queue.items.value)).toBe('ab')
    await queue.more()
    expect(people(queue.items.value)).toBe('abc')
    expect(queue.ended.value).toBe(true)
  })

  it('does not ask twice for a page that is on its way', async () => {
    let asked = 0
    const queue = createQueue()
    const server = serving(() => [a, b, c, d, e])
    await queue.open((cursor) => {
      asked++
      return server(cursor)
    })
    await Promise.all([queue.more(), queue.more()])
    expect(asked).toBe(2)
    expect(people(queue.items.value)).toBe('abcd')
  })

  it('shows what it could not read, and goes on from there when asked again', async () => {
    let fails = false
    const server = serving(() => [a, b, c])
    const queue = createQueue()
    await queue.open((cursor) => (fails ? Promise.reject(new Error('no')) : server(cursor)))
    fails = true
    await queue.more()
    expect(queue.failure.value).toBeInstanceOf(Error)
    fails = false
    await queue.more()
    expect(queue.failure.value).toBeNull()
    expect(people(queue.items.value)).toBe('abc')
  })

  it('passes over the answer to a filter that is no longer set', async () => {
    let answer: (page: { items: QueueItem[]; next: null }) => void = () => {}
    const queue = createQueue()
    const slow = queue.open(() => new Promise((resolve) => (answer = resolve)))
    await queue.open(serving(() => [d]))
    answer({ items: [a], next: null })
    await slow
    expect(people(queue.items.value)).toBe('d')
  })

  it('sees on refreshing what others have decided and what has come in', async () => {
    let list = [a, b, c]
    const queue = createQueue()
    await queue.open(serving(() => list))
    await queue.more()
    list = [b, c, d]
    await queue.refresh([])
    expect(people(queue.items.value)).toBe('bcd')
  })

  it('lets what is gone stand only as long as it is in view', async () => {
    let list = [a, b, c]
    const queue = createQueue()
    await queue.open(serving(() => list))
    await queue.more()
    list = [b, c]
    await queue.refresh([a.id, b.id])
    expect(people(queue.items.value)).toBe('abc')
    expect([...queue.gone.value]).toEqual([a.id])
    await queue.refresh([b.id])
    expect(people(queue.items.value)).toBe('bc')
    expect(queue.gone.value.size).toBe(0)
  })
})
