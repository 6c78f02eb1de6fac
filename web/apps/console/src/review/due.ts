/** How pressing an application is. */
export type Urgency = 'undated' | 'calm' | 'soon' | 'late'

/** By when an application is due, in words: `key` of the words and the number that goes in. */
export interface Due {
  urgency: Urgency
  key: string
  count: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SOON = 4 * HOUR

/**
 * Counts down to the due time, and up after it, in the unit that says most: days from two days on,
 * hours from one hour on, minutes below. Whole units that are really left, so that nobody reads more
 * time than there is.
 */
export function dueOf(dueAt: string | null, now: number): Due {
  const at = dueAt === null ? Number.NaN : Date.parse(dueAt)
  if (Number.isNaN(at)) return { urgency: 'undated', key: 'review.due.undated', count: 0 }
  const late = now >= at
  const span = Math.abs(at - now)
  const direction = late ? 'late' : 'left'
  const urgency = late ? 'late' : span <= SOON ? 'soon' : 'calm'
  if (span >= 2 * DAY)
    return { urgency, key: `review.due.${direction}.days`, count: whole(span, DAY) }
  if (span >= HOUR)
    return { urgency, key: `review.due.${direction}.hours`, count: whole(span, HOUR) }
  return { urgency, key: `review.due.${direction}.minutes`, count: whole(span, MINUTE) }
}

function whole(span: number, unit: number): number {
  return Math.floor(span / unit)
}
