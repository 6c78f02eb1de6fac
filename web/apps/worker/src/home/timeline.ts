import type { TimelineItem } from '@nuanxin/api'

export type { TimelineItem } from '@nuanxin/api'

/**
 * The timeline with these items: what is told about a step again takes the place of what was told
 * before, so that nothing stands twice, however often the stream begins anew. Oldest first; what is
 * awaited stands after what happened at that instant.
 */
export function merge(
  known: readonly TimelineItem[],
  news: readonly TimelineItem[],
): TimelineItem[] {
  const byId = new Map(known.map((item) => [item.id, item]))
  for (const item of news) byId.set(item.id, item)
  const items = [...byId.values()]
  return items.filter((item) => !isOver(item, items)).sort(inOrder)
}

/** A step that is awaited and whose time has passed is late, also before the server says so. */
export function statusAt(item: TimelineItem, now: number): TimelineItem['status'] {
  const passed = item.expectedBy !== null && Date.parse(item.expectedBy) < now
  return item.status === 'EXPECTED' && passed ? 'LATE' : item.status
}

/** The benefit that a step is about, by its id; null for any other step. */
export function programmeOf(item: TimelineItem): string | null {
  return item.type.startsWith('grant.') ? (/:([A-Z][A-Z_]*):/.exec(item.id)?.[1] ?? null) : null
}

/**
 * Whether nobody waits for it any more. The stream tells of what comes, not of what is gone: a
 * review that ended in a return, and benefits that were awaited when the person left.
 */
function isOver(item: TimelineItem, items: readonly TimelineItem[]): boolean {
  if (item.status !== 'EXPECTED' && item.status !== 'LATE') return false
  if (item.type === 'application.review') {
    const application = item.id.slice(0, item.id.lastIndexOf(':') + 1)
    return items.some(
      (other) =>
        other.type === 'application.returned' &&
        other.id.startsWith(application) &&
        !isBefore(other, item),
    )
  }
  return (
    item.type.startsWith('grant.') &&
    items.some((other) => other.type === 'member.left' && !isBefore(other, item))
  )
}

function isBefore(one: TimelineItem, other: TimelineItem): boolean {
  return Date.parse(one.at) < Date.parse(other.at)
}

function inOrder(one: TimelineItem, other: TimelineItem): number {
  const byTime = Date.parse(one.at) - Date.parse(other.at)
  return byTime !== 0 ? byTime : Number(isAwaited(one)) - Number(isAwaited(other))
}

function isAwaited(item: TimelineItem): boolean {
  return item.status === 'EXPECTED' || item.status === 'LATE'
}
