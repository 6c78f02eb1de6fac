import type { Message, Page as AnyPage } from '@nuanxin/api'

export type { Message } from '@nuanxin/api'

/** What is known of an inbox: some of its messages, newest first, and how many are unread in all. */
export interface Known {
  messages: readonly Message[]
  unread: number
  /** Cursor of the older ones; null where there are none, undefined before the first look. */
  next: string | null | undefined
}

export const NOTHING: Known = { messages: [], unread: 0, next: undefined }

/** One page as the server answers it. */
export interface Page extends AnyPage<Message> {
  unread: number
}

/** Takes in the first page. What the stream has told meanwhile is newer than the page. */
export function withFirstPage(known: Known, page: Page): Known {
  const inPage = new Set(page.items.map((message) => message.id))
  const newest = page.items[0]
  const came = known.messages.filter(
    (message) => !inPage.has(message.id) && !message.read && isNewer(message, newest),
  ).length
  const messages = union(known.messages, page.items)
  // Pages that were loaded before stay loaded, and so does where they end.
  const kept = known.next === undefined || gapBetween(known.messages, page) ? page.next : known.next
  return { messages, unread: page.unread - readMeanwhile(known, page.items) + came, next: kept }
}

/** Takes in a page of older ones. */
export function withOlderPage(known: Known, page: Page): Known {
  return {
    messages: union(known.messages, page.items),
    unread: page.unread - readMeanwhile(known, page.items),
    next: page.next,
  }
}

/** Takes in what the stream tells: a message, new or read, here or on another device. */
export function withTold(known: Known, told: Message): Known {
  const before = known.messages.find((message) => message.id === told.id)
  const messages = union(known.messages, [told])
  if (before !== undefined) {
    return before.read || !told.read ? { ...known, messages } : withOneLess(known, messages)
  }
  // One older than all that was loaded is in the server's count already.
  const oldest = known.messages.at(-1)
  const counted = known.next === undefined || (known.next !== null && !isNewer(told, oldest))
  return { ...known, messages, unread: known.unread + (told.read || counted ? 0 : 1) }
}

/** Marks one as read. */
export function withRead(known: Known, id: string): Known {
  const message = known.messages.find((each) => each.id === id)
  return message === undefined ? known : withTold(known, { ...message, read: true })
}

/** Marks all as read, also those that were never loaded. */
export function withAllRead(known: Known): Known {
  return {
    ...known,
    messages: known.messages.map((message) => ({ ...message, read: true })),
    unread: 0,
  }
}

function withOneLess(known: Known, messages: readonly Message[]): Known {
  return { ...known, messages, unread: Math.max(0, known.unread - 1) }
}

/** Being read is for ever: an answer that is older than what we know does not undo it. */
function union(known: readonly Message[], told: readonly Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of told) {
    const read = message.read || byId.get(message.id)?.read === true
    byId.set(message.id, { ...message, read })
  }
  return [...byId.values()].sort((a, b) => (isNewer(a, b) ? -1 : 1))
}

function readMeanwhile(known: Known, told: readonly Message[]): number {
  const read = new Set(known.messages.filter((each) => each.read).map((each) => each.id))
  return told.filter((message) => !message.read && read.has(message.id)).length
}

/** Whether so much came while nobody listened that some of it is in neither. */
function gapBetween(known: readonly Message[], page: Page): boolean {
  const ids = new Set(known.map((message) => message.id))
  return page.next !== null && !page.items.some((message) => ids.has(message.id))
}

function isNewer(one: Message, other: Message | undefined): boolean {
  if (other === undefined) return true
  const [a, b] = [Date.parse(one.at), Date.parse(other.at)]
  return a === b ? one.id > other.id : a > b
}
