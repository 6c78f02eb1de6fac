/** The part of a long list that is drawn. */
export interface Slice {
  /** First row that is drawn. */
  from: number
  /** First row after those that are drawn. */
  to: number
}

/** Rows of one height in a box that scrolls. */
export interface Box {
  scrollTop: number
  height: number
  rowHeight: number
  count: number
}

/** The rows in view and a few more on both sides, so that a quick scroll shows no gap. */
export function sliceOf({ scrollTop, height, rowHeight, count }: Box, more = 8): Slice {
  if (rowHeight <= 0 || count === 0) return { from: 0, to: 0 }
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight)
  const last = Math.ceil((Math.max(0, scrollTop) + height) / rowHeight)
  const to = Math.min(count, last + more)
  return { from: Math.max(0, Math.min(first - more, to)), to }
}

/** Where to scroll so that a row is wholly in view, moving as little as possible. */
export function scrollTo(index: number, { scrollTop, height, rowHeight }: Box): number {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + rowHeight - height)
}

/** Whether a row can be seen, be it in part. */
export function isInView(index: number, { scrollTop, height, rowHeight }: Box): boolean {
  return (index + 1) * rowHeight > scrollTop && index * rowHeight < scrollTop + height
}

/**
 * Where to scroll after a list has changed, so that the row that somebody looks at stays where it is.
 *
 * @param anchors ids that should keep their place, the most important first
 */
export function keepPlace(
  before: readonly string[],
  after: readonly string[],
  anchors: readonly string[],
  { scrollTop, rowHeight }: Box,
): number {
  for (const anchor of anchors) {
    const was = before.indexOf(anchor)
    const is = after.indexOf(anchor)
    if (was >= 0 && is >= 0) return Math.max(0, scrollTop + (is - was) * rowHeight)
  }
  return scrollTop
}
