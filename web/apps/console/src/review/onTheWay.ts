import { shallowReactive, shallowRef, watch } from 'vue'
import { session } from '../session'
import type { Decision } from './decision'
import { createDecisions } from './decisions'
import { createDrafts } from './drafts'
import { asksBeforeLeaving } from './leaving'
import { sendDecision } from './reviewCalls'

/** What is decided, by the version that was decided: pages read before would list it still. */
export const decided = shallowReactive(new Map<string, number>())

/** What was filled in and not decided yet. */
export const drafts = createDrafts()

/** The decisions that are not finished; they outlive the page on which they were made. */
export const decisions = createDecisions(sendDecision, ({ id, version }) => {
  decided.set(id, version)
  drafts.forget(id)
})

/** What was taken back last, for the page that shows it again. */
export const takenBack = shallowRef<readonly Decision[]>([])

/** Takes back one decision, or what was decided last; returns what it was. */
export function takeBack(id?: string): readonly Decision[] {
  const one = decisions.entries.value.find((entry) => entry.decision.id === id)?.decision
  if (id === undefined) takenBack.value = decisions.undoLast()
  else takenBack.value = one !== undefined && decisions.undo(id) ? [one] : []
  return takenBack.value
}

addEventListener('beforeunload', (event) => {
  if (asksBeforeLeaving(decisions.entries.value)) event.preventDefault()
})
addEventListener('pagehide', () => decisions.leave())

let last: string | null = session.person.value?.id ?? null
watch(
  session.person,
  (person) => {
    if (person === null) {
      // Decided is decided, whoever goes. What cannot be sent now stays for the same person.
      decisions.leave()
      if (session.ended.value === 'asked') drafts.clear()
    } else if (person.id !== last) {
      decisions.clear()
      decided.clear()
      drafts.clear()
      last = person.id
    }
  },
  // At once: another may sign in before anything is drawn.
  { flush: 'sync' },
)
