import { describe, expect, it } from 'vitest'
import {
  type Known,
  type Message,
  NOTHING,
  withAllRead,
  withFirstPage,
  withOlderPage,
  withRead,
  withTold,
} from './merge'

function message(minute: number, read = false): Message {
  const at = new Date(Date.UTC(2026, 10, 26, 1, minute)).toISOString()
  const about = { kind: 'BENEFIT_ISSUED', title: '', body: '', language: 'zh-CN' }
  return { id: `m-${String(minute).padStart(2, '0')}`, at, read, ...about }
}

function ids(known: Known): string[] {
  return known.messages.map((each) => each.id)
}

/** Twenty unread in all, of which the newest two are loaded. */
const loaded = withFirstPage(NOTHING, {
  items: [message(20), message(19)],
  unread: 20,
  next: 'older',
})

describe('a message that comes', () => {
  it('is put first and counted', () => {
    const known = withTold(loaded, message(21))
    expect(ids(known)).toEqual(['m-21', 'm-20', 'm-19'])
    expect(known.unread).toBe(21)
  })

  it('is counted once however often the stream tells it', () => {
    const known = withTold(withTold(loaded, message(21)), message(21))
    expect(known.unread).toBe(21)
    expect(ids(known)).toHaveLength(3)
  })

  it('is not counted when it is older than what was loaded: the server has counted it', () => {
    expect(withTold(loaded, message(3)).unread).toBe(20)
  })

  it('is counted, however old, when all had been loaded', () => {
    const all = withFirstPage(NOTHING, { items: [message(20)], unread: 1, next: null })
    expect(withTold(all, message(3)).unread).toBe(2)
  })

  it('is not counted when it has been read already', () => {
    expect(withTold(loaded, message(21, true)).unread).toBe(20)
  })
})

describe('a message read', () => {
  it('on another device counts one less here', () => {
    const known = withTold(loaded, message(20, true))
    expect(known.unread).toBe(19)
    expect(known.messages[0]?.read).toBe(true)
  })

  it('here and then told by the stream counts one less, not two', () => {
    expect(withTold(withRead(loaded, 'm-20'), message(20, true)).unread).toBe(19)
  })

  it('stays read when an older answer says otherwise', () => {
    const known = withTold(withRead(loaded, 'm-20'), message(20))
    expect(known.messages[0]?.read).toBe(true)
    expect(known.unread).toBe(19)
  })
})

describe('the first page, asked for again', () => {
  it('brings what was missed, and the server’s count', () => {
    const known = withFirstPage(loaded, {
      items: [message(21), message(20, true), message(19)],
      unread: 20,
      next: 'other',
    })
    expect(ids(known)).toEqual(['m-21', 'm-20', 'm-19'])
    expect(known.unread).toBe(20)
    expect(known.next).toBe('older')
  })

  it('does not forget what the stream told while it was on its way', () => {
    const known = withFirstPage(withTold(loaded, message(21)), {
      items: [message(20), message(19)],
      unread: 20,
      next: 'older',
    })
    expect(known.unread).toBe(21)
  })

  it('does not count again what was read while it was on its way', () => {
    const known = withFirstPage(withRead(loaded, 'm-20'), {
      items: [message(20), message(19)],
      unread: 20,
      next: 'older',
    })
    expect(known.unread).toBe(19)
  })

  it('continues from its own end when more was missed than it holds', () => {
    const page = { items: [message(59), message(58)], unread: 40, next: 'between' }
    expect(withFirstPage(loaded, page).next).toBe('between')
  })
})

describe('older pages', () => {
  it('are put behind, and the last one ends it', () => {
    const known = withOlderPage(loaded, { items: [message(18)], unread: 20, next: null })
    expect(ids(known)).toEqual(['m-20', 'm-19', 'm-18'])
    expect(known.next).toBeNull()
  })
})

it('marks all as read, also those not loaded', () => {
  const known = withAllRead(loaded)
  expect(known.unread).toBe(0)
  expect(known.messages.every((each) => each.read)).toBe(true)
})
