import { shallowRef } from 'vue'
import type { Decision, Outcome, Send } from './decision'
import { createEntries } from './entries'

/** How long a decision can be taken back. */
export const UNDO_MILLIS = 5_000

/** How many are on their way at once. */
export const AT_ONCE = 4

/**
 * Decisions that were made and are not finished: each waits for a while in which it can be taken
 * back, is sent, and stays listed as long as somebody should know what became of it.
 *
 * @param settled called once the server has decided, by this decision or by another's
 */
export function createDecisions(send: Send, settled: (decision: Decision) => void = () => {}) {
  const entries = createEntries()
  /** How many were sent since the page was opened. */
  const sent = shallowRef(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let batches = 0

  function decide(...decisions: Decision[]): void {
    const fresh = decisions.filter((each) => !entries.ids.value.has(each.id))
    if (fresh.length === 0) return
    const waiting = { kind: 'waiting', until: Date.now() + UNDO_MILLIS } as const
    if (fresh.length === 1) {
      entries.add(fresh, waiting)
    } else {
      // The results of an earlier batch have been seen.
      entries.dropAll('done')
      const batch = ++batches
      entries.add(
        fresh.map((decision) => ({ ...decision, batch })),
        waiting,
      )
    }
    schedule()
  }

  /** Takes a decision back; false when it is too late. */
  function undo(id: string): boolean {
    if (entries.find(id)?.stage.kind !== 'waiting') return false
    entries.drop(id)
    return true
  }

  /** Takes back what was decided last, a batch as a whole; returns what it was. */
  function undoLast(): Decision[] {
    const last = entries.lastWaiting()
    entries.drop(...last.map((each) => each.id))
    return last
  }

  /** Sends everything that is not on its way yet, as the page goes. */
  function leave(): void {
    for (const { decision, stage } of entries.all.value) {
      if (stage.kind === 'waiting' || stage.kind === 'queued') void dispatch(decision, true)
    }
  }

  /** Sends once more what failed. */
  function retry(id: string): void {
    if (entries.find(id)?.stage.kind !== 'failed') return
    entries.move(id, { kind: 'queued' })
    pump()
  }

  /** Takes off the list what has an end; what failed is in the queue again with that. */
  function dismiss(id: string): void {
    const kind = entries.find(id)?.stage.kind
    if (kind === 'failed' || kind === 'conflict' || kind === 'done') entries.drop(id)
  }

  /** Takes off the list everything that was done or decided by others. */
  function tidy(): void {
    entries.dropAll('done', 'conflict')
  }

  function clear(): void {
    clearTimeout(timer)
    entries.all.value = []
    sent.value = 0
  }

  function schedule(): void {
    clearTimeout(timer)
    const until = entries.nextUntil()
    if (until !== undefined) timer = setTimeout(ripen, Math.max(0, until - Date.now()))
  }

  function ripen(): void {
    const now = Date.now()
    for (const { decision, stage } of entries.all.value) {
      if (stage.kind === 'waiting' && stage.until <= now) {
        entries.move(decision.id, { kind: 'queued' })
      }
    }
    pump()
    schedule()
  }

  function pump(): void {
    for (;;) {
      const [first] = entries.of('queued')
      if (first === undefined || entries.of('sending').length >= AT_ONCE) return
      void dispatch(first.decision, false)
    }
  }

  async function dispatch(decision: Decision, leaving: boolean): Promise<void> {
    entries.move(decision.id, { kind: 'sending' })
    let outcome: Outcome
    try {
      outcome = await send(decision, leaving)
    } catch (failure) {
      outcome = { kind: 'failed', failure }
    }
    // Who has gone meanwhile is told nothing, nor is who came after.
    if (entries.find(decision.id) === undefined) return
    if (outcome.kind === 'done') sent.value++
    // Before it leaves the list, so that the queue does not show it for a moment.
    if (outcome.kind !== 'failed') settled(decision)
    if (outcome.kind === 'done' && decision.batch === undefined) entries.drop(decision.id)
    else entries.move(decision.id, outcome)
    pump()
  }

  return {
    entries: entries.all,
    hidden: entries.ids,
    sent,
    decide,
    undo,
    undoLast,
    leave,
    retry,
    dismiss,
    tidy,
    clear,
  }
}

export type Decisions = ReturnType<typeof createDecisions>
