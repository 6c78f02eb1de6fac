import { shelf } from '../apply/drafts'
import type { Shelf } from '../apply/shelf'
import type { Card } from './standing'

const DAY_MILLIS = 24 * 60 * 60 * 1000
const NEWS_MILLIS = 3 * DAY_MILLIS

/**
 * Whether this joining is to be celebrated now: once on this device, and only while it is news. What
 * is kept says nothing about the person, and stays after signing out.
 */
export async function isNews(card: Card, now = Date.now(), on: Shelf = shelf): Promise<boolean> {
  const joinedAt = Date.parse(card.joinedAt ?? '')
  // NaN where it is not known.
  if (!(now - joinedAt <= NEWS_MILLIS)) return false
  const name = `celebrated/${card.memberId}`
  const kept = await on.read(name).catch(() => null)
  // The answer and the membership may differ by a moment about the same joining.
  if (kept !== null && joinedAt - Number(kept.value) < DAY_MILLIS) return false
  await on.write(name, { at: now, value: joinedAt }).catch(() => undefined)
  return true
}
