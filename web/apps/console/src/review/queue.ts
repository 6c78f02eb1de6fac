import type { Page } from '@nuanxin/api'
import { ref, shallowRef } from 'vue'
import { compare, merge, placeOf, type Place } from './merge'
import type { QueueItem } from './types'

/** Reads one page of the queue from a cursor on. */
export type ReadPage = (cursor: string | null) => Promise<Page<QueueItem>>

interface Cut {
  after: Place | null
  cursor: string | null
}

/**
 * The queue as far as it has been read: page after page as somebody scrolls, and read anew where
 * somebody looks.
 */
export function createQueue() {
  const items = shallowRef<readonly QueueItem[]>([])
  /** Listed still, but not waiting any more. */
  const gone = shallowRef<ReadonlySet<string>>(new Set())
  const reading = ref(false)
  const opened = ref(false)
  const failure = shallowRef<unknown>(null)
  const ended = ref(false)
  let read: ReadPage = () => Promise.resolve({ items: [], next: null })
  let cuts: Cut[] = []
  let next: string | null = null
  // Answers to questions of another filter come too late.
  let round = 0

  /** Begins anew; what was listed stays until there is something to show instead. */
  async function open(by: ReadPage): Promise<void> {
    read = by
    round++
    cuts = []
    next = null
    ended.value = false
    opened.value = false
    reading.value = false
    await more()
  }

  /** Reads the next page, if there is one and it is not being read. */
  async function more(): Promise<void> {
    if (reading.value || ended.value) return
    const mine = round
    const first = cuts.length === 0
    reading.value = true
    failure.value = null
    try {
      const cursor = next
      const page = await read(cursor)
      if (mine !== round) return
      const last = items.value.at(-1)
      const after = first || last === undefined ? null : placeOf(last)
      cuts.push({ after, cursor })
      const known = new Set(first ? [] : items.value.map((each) => each.id))
      const fresh = page.items.filter((each) => !known.has(each.id))
      items.value = first ? fresh : [...items.value, ...fresh]
      if (first) gone.value = new Set()
      next = page.next
      ended.value = page.next === null
      opened.value = true
    } catch (problem) {
      if (mine === round) failure.value = problem
    } finally {
      if (mine === round) reading.value = false
    }
  }

  /**
   * Reads anew what may have changed: the beginning, what is in view, and the end once it is known.
   *
   * @param inView ids of what somebody sees; they stay in their place even if they are gone
   */
  async function refresh(inView: readonly string[]): Promise<void> {
    const mine = round
    for (const cut of cutsFor(inView[0])) {
      let page: Page<QueueItem>
      try {
        page = await read(cut.cursor)
      } catch {
        // What is listed is still what is known; the next time may do better.
        return
      }
      if (mine !== round) return
      const span = { after: cut.after, page: page.items, more: page.next !== null }
      const merged = merge(items.value, span, new Set(inView))
      if (cut === cuts.at(-1)) {
        next = page.next
        ended.value = page.next === null
      }
      const still = [...gone.value].filter(
        (id) => inView.includes(id) && !page.items.some((each) => each.id === id),
      )
      gone.value = new Set([...still, ...merged.gone])
      items.value = merged.items
    }
  }

  function cutsFor(id: string | undefined): Cut[] {
    const first = cuts[0]
    const seen = items.value.find((each) => each.id === id)
    const place = seen === undefined ? null : placeOf(seen)
    const covering =
      place === null
        ? undefined
        : cuts.findLast(({ after }) => after === null || compare(after, place) < 0)
    const last = ended.value ? cuts.at(-1) : undefined
    return [...new Set([first, covering, last])].filter((cut) => cut !== undefined)
  }

  /** Takes out what is decided. */
  function remove(id: string): void {
    items.value = items.value.filter((each) => each.id !== id)
  }

  /** Forgets everything: nothing of anybody stays once its reader is gone. */
  function clear(): void {
    round++
    items.value = []
    gone.value = new Set()
    cuts = []
    next = null
    opened.value = false
    reading.value = false
  }

  return { items, gone, reading, opened, failure, ended, open, more, refresh, remove, clear }
}

export type Queue = ReturnType<typeof createQueue>
