import { shallowReactive, watch } from 'vue'
import { session } from '../session'
import { createDecisions } from './decisions'
import { sendDecision } from './reviewCalls'

/** What is decided, by the version that was decided: pages read before would list it still. */
export const decided = shallowReactive(new Map<string, number>())

/** The decisions that are not finished; they outlive the page on which they were made. */
export const decisions = createDecisions(sendDecision, ({ id, version }) => {
  decided.set(id, version)
})

addEventListener('pagehide', () => decisions.leave())

watch(session.person, (person) => {
  if (person !== null) return
  // Decided is decided; but nothing of the applicants stays on the screen.
  decisions.leave()
  decisions.clear()
  decided.clear()
})
