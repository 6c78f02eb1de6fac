import type { QueueItem } from './types'

/** A place in the queue's order: when it is due (or since when it waits), then whose it is. */
export interface Place {
  at: number
  id: string
}

/** A page that was read anew. */
export interface Span {
  /** The place after which it begins; null for the beginning of the queue. */
  after: Place | null
  page: readonly QueueItem[]
  /** Whether there is more behind it. */
  more: boolean
}

/** Where an item stands in the queue. */
export function placeOf(item: QueueItem): Place {
  // The person's id is what the server orders by; the application's begins with it.
  return { at: Date.parse(item.dueAt ?? item.submittedAt), id: item.id.split('-')[0] ?? item.id }
}

/** Negative where the first comes first. */
export function compare(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at - other.at
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

/**
 * Puts a page that was read anew in the place of what was known of that stretch of the queue.
 *
 * @param kept ids that stay where they are although they are gone, because somebody looks at them
 * @return the items, and which of those kept are gone
 */
export function merge(
  items: readonly QueueItem[],
  { after, page, more }: Span,
  kept: ReadonlySet<string>,
): { items: QueueItem[]; gone: string[] } {
  const last = page.at(-1)
  // An empty page with more behind it says nothing about any stretch.
  if (last === undefined && more) return { items: [...items], gone: [] }
  const until = more && last !== undefined ? placeOf(last) : null
  const read = new Set(page.map((each) => each.id))
  const before: QueueItem[] = []
  const behind: QueueItem[] = []
  const gone: QueueItem[] = []
  for (const item of items) {
    if (read.has(item.id)) continue
    const place = placeOf(item)
    if (after !== null && compare(place, after) <= 0) before.push(item)
    else if (until !== null && compare(place, until) > 0) behind.push(item)
    else if (kept.has(item.id)) gone.push(item)
  }
  const stretch =
    gone.length === 0
      ? page
      : [...page, ...gone].sort((one, other) => compare(placeOf(one), placeOf(other)))
  return { items: [...before, ...stretch, ...behind], gone: gone.map((each) => each.id) }
}
