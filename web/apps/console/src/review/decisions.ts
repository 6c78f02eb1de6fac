import { computed, shallowRef } from 'vue'

/** What a reviewer does with an application. */
export type Verdict = 'approve' | 'return' | 'reject'

/** One decision, as it will be sent. */
export interface Decision {
  id: string
  /** Of the record it was made on. */
  version: number
  /** The applicant's name as the queue shows it. */
  name: string
  verdict: Verdict
  body: { reason?: string; fields?: string[]; union?: string }
  /** Set on those that were made in one go. */
  batch?: number
}

/** What became of a decision at the server. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'conflict'; by: string | null; at: string | null; action: string | null }
  | { kind: 'failed'; failure: unknown }

/** Where a decision stands. */
export type Stage =
  { kind: 'waiting'; until: number } | { kind: 'queued' } | { kind: 'sending' } | Outcome

export interface Entry {
  decision: Decision
  stage: Stage
}

/** Tells the server; `leaving` while the page goes away, when nothing can be waited for. */
export type Send = (decision: Decision, leaving: boolean) => Promise<Outcome>

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
  const entries = shallowRef<readonly Entry[]>([])
  /** How many were sent since the page was opened. */
  const sent = shallowRef(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let batches = 0

  /** Ids that the queue no longer lists, because they are as good as decided. */
  const hidden = computed<ReadonlySet<string>>(
    () => new Set(entries.value.map((entry) => entry.decision.id)),
  )

  function decide(...decisions: Decision[]): void {
    const fresh = decisions.filter((each) => !hidden.value.has(each.id))
    if (fresh.length === 0) return
    const batch = fresh.length > 1 ? ++batches : undefined
    const until = Date.now() + UNDO_MILLIS
    // The results of an earlier batch have been seen.
    const kept = batch === undefined ? entries.value : entries.value.filter((e) => !isDone(e))
    entries.value = [
      ...kept,
      ...fresh.map((decision) => ({
        decision: batch === undefined ? decision : { ...decision, batch },
        stage: { kind: 'waiting', until } as const,
      })),
    ]
    schedule()
  }

  /** Takes a decision back; false when it is too late. */
  function undo(id: string): boolean {
    if (find(id)?.stage.kind !== 'waiting') return false
    drop(id)
    return true
  }

  /** Takes back what was decided last, a batch as a whole; returns what it was. */
  function undoLast(): Decision[] {
    const waiting = entries.value.filter((entry) => entry.stage.kind === 'waiting')
    const last = waiting.at(-1)?.decision
    if (last === undefined) return []
    const together = waiting
      .map((entry) => entry.decision)
      .filter((each) => each === last || (last.batch !== undefined && each.batch === last.batch))
    const ids = new Set(together.map((each) => each.id))
    entries.value = entries.value.filter((entry) => !ids.has(entry.decision.id))
    return together
  }

  /** Sends at once whatever still waits. */
  function flush(): void {
    for (const { decision, stage } of entries.value) {
      if (stage.kind === 'waiting') move(decision.id, { kind: 'queued' })
    }
    pump()
  }

  /** Sends everything that is not on its way yet, as the page goes. */
  function leave(): void {
    for (const { decision, stage } of entries.value) {
      if (stage.kind === 'waiting' || stage.kind === 'queued') void dispatch(decision, true)
    }
  }

  /** Sends once more what failed. */
  function retry(id: string): void {
    if (find(id)?.stage.kind !== 'failed') return
    move(id, { kind: 'queued' })
    pump()
  }

  /** Takes off the list what has an end; what failed is in the queue again with that. */
  function dismiss(id: string): void {
    const kind = find(id)?.stage.kind
    if (kind === 'failed' || kind === 'conflict' || kind === 'done') drop(id)
  }

  /** Takes off the list everything that was done or decided by others. */
  function tidy(): void {
    entries.value = entries.value.filter(
      ({ stage }) => stage.kind !== 'done' && stage.kind !== 'conflict',
    )
  }

  function clear(): void {
    clearTimeout(timer)
    entries.value = []
    sent.value = 0
  }

  function schedule(): void {
    clearTimeout(timer)
    const waits = entries.value.flatMap(({ stage }) =>
      stage.kind === 'waiting' ? [stage.until] : [],
    )
    if (waits.length === 0) return
    timer = setTimeout(ripen, Math.max(0, Math.min(...waits) - Date.now()))
  }

  function ripen(): void {
    const now = Date.now()
    for (const { decision, stage } of entries.value) {
      if (stage.kind === 'waiting' && stage.until <= now) move(decision.id, { kind: 'queued' })
    }
    pump()
    schedule()
  }

  function pump(): void {
    for (;;) {
      const free = AT_ONCE - entries.value.filter((e) => e.stage.kind === 'sending').length
      const first = entries.value.find((entry) => entry.stage.kind === 'queued')
      if (free <= 0 || first === undefined) return
      void dispatch(first.decision, false)
    }
  }

  async function dispatch(decision: Decision, leaving: boolean): Promise<void> {
    move(decision.id, { kind: 'sending' })
    let outcome: Outcome
    try {
      outcome = await send(decision, leaving)
    } catch (failure) {
      outcome = { kind: 'failed', failure }
    }
    // Who has gone meanwhile is told nothing, nor is who came after.
    if (find(decision.id) === undefined) return
    if (outcome.kind === 'done') sent.value++
    // Before it leaves the list, so that the queue does not show it for a moment.
    if (outcome.kind !== 'failed') settled(decision)
    if (outcome.kind === 'done' && decision.batch === undefined) drop(decision.id)
    else move(decision.id, outcome)
    pump()
  }

  function find(id: string): Entry | undefined {
    return entries.value.find((entry) => entry.decision.id === id)
  }

  function move(id: string, stage: Stage): void {
    entries.value = entries.value.map((entry) =>
      entry.decision.id === id ? { decision: entry.decision, stage } : entry,
    )
  }

  function drop(id: string): void {
    entries.value = entries.value.filter((entry) => entry.decision.id !== id)
  }

  return {
    entries,
    hidden,
    sent,
    decide,
    undo,
    undoLast,
    flush,
    leave,
    retry,
    dismiss,
    tidy,
    clear,
  }
}

export type Decisions = ReturnType<typeof createDecisions>

function isDone(entry: Entry): boolean {
  return entry.stage.kind === 'done'
}
