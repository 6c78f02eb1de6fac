import type { TimelineItem } from './types'

/** An event behind the steps of a timeline. */
export interface EventRow {
  id: string
  type: string
  source: string
  sequence: number
  at: string
}

/** Each event once, in the order of its first step; steps whose event is not known have none. */
export function eventsOf(items: readonly TimelineItem[]): EventRow[] {
  const rows = new Map<string, EventRow>()
  for (const { event, source, at } of items) {
    // An id is unique within its source.
    if (event && !rows.has(`${source} ${event.id}`)) {
      rows.set(`${source} ${event.id}`, { ...event, source: source ?? '', at })
    }
  }
  return [...rows.values()]
}
