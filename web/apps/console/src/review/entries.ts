import { computed, shallowRef } from 'vue'
import type { Decision, Entry, Stage } from './decision'

/** The list of decisions that are not finished, in the order in which they were made. */
export function createEntries() {
  const all = shallowRef<readonly Entry[]>([])

  /** Ids that the queue no longer lists, because they are as good as decided. */
  const ids = computed<ReadonlySet<string>>(
    () => new Set(all.value.map((entry) => entry.decision.id)),
  )

  function of(kind: Stage['kind']): Entry[] {
    return all.value.filter((entry) => entry.stage.kind === kind)
  }

  function find(id: string): Entry | undefined {
    return all.value.find((entry) => entry.decision.id === id)
  }

  function add(decisions: readonly Decision[], stage: Stage): void {
    all.value = [...all.value, ...decisions.map((decision) => ({ decision, stage }))]
  }

  function move(id: string, stage: Stage): void {
    all.value = all.value.map((entry) =>
      entry.decision.id === id ? { decision: entry.decision, stage } : entry,
    )
  }

  /** Takes these off the list. */
  function drop(...gone: readonly string[]): void {
    all.value = all.value.filter((entry) => !gone.includes(entry.decision.id))
  }

  /** Takes off the list whatever is at one of these stages. */
  function dropAll(...kinds: readonly Stage['kind'][]): void {
    all.value = all.value.filter((entry) => !kinds.includes(entry.stage.kind))
  }

  /** What was decided last of that which waits; a batch as a whole. */
  function lastWaiting(): Decision[] {
    const waiting = of('waiting').map((entry) => entry.decision)
    const last = waiting.at(-1)
    return waiting.filter(
      (each) => each === last || (last?.batch !== undefined && each.batch === last.batch),
    )
  }

  /** When the first of that which waits has waited long enough; undefined where nothing waits. */
  function nextUntil(): number | undefined {
    const waits = all.value.flatMap(({ stage }) => (stage.kind === 'waiting' ? [stage.until] : []))
    return waits.length === 0 ? undefined : Math.min(...waits)
  }

  return { all, ids, of, find, add, move, drop, dropAll, lastWaiting, nextUntil }
}
