import { Problem } from '@nuanxin/api'
import { ref, type Ref } from 'vue'
import type { Application, ApplicationBody } from '../home/application'

/** How sending ended. */
export type Outcome =
  /** What was sent may be older than what was asked for last. */
  | { kind: 'accepted'; application: Application; sent: ApplicationBody }
  /** There is one by this person already, perhaps this very one, perhaps with other words. */
  | { kind: 'exists' }
  | { kind: 'refused'; problem: Problem }
  /** It was changed meanwhile, so what was sent is no longer what is meant. */
  | { kind: 'stopped' }

export type SendState = 'idle' | 'sending' | 'waiting'

type Post = (key: string, body: ApplicationBody) => Promise<Application>
type Pause = (millis: number, signal: AbortSignal) => Promise<void>

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 15_000
// Whoever is asked to come back later than this is told so, and not left looking at a wheel.
const LONGEST_WAIT_SECONDS = 60

/**
 * Sends an application until there is an answer: one at a time, again by itself when there was none,
 * and always with the same key and words, so that it is one application however often it arrives.
 */
export class Sender {
  readonly state: Ref<SendState> = ref('idle')
  private running: Promise<Outcome> | null = null
  private request = ''
  private stopping = new AbortController()

  constructor(
    private readonly post: Post,
    private readonly pause: Pause,
  ) {}

  /** While it is on its way, a second press waits for the same answer. */
  send(key: string, body: ApplicationBody): Promise<Outcome> {
    const request = JSON.stringify([key, body])
    if (this.running === null) {
      this.request = request
      this.running = this.until(key, body).finally(() => {
        this.running = null
        this.state.value = 'idle'
      })
      return this.running
    }
    if (this.request === request) return this.running
    // What was stopped may still be on its way; it is over before anything else is sent.
    return this.running.then((outcome) =>
      outcome.kind === 'stopped' ? this.send(key, body) : outcome,
    )
  }

  /** Gives up trying again; what is on its way may still arrive. */
  stop(): void {
    this.stopping.abort()
  }

  private async until(key: string, body: ApplicationBody): Promise<Outcome> {
    this.stopping = new AbortController()
    const { signal } = this.stopping
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      this.state.value = 'sending'
      try {
        const application = await this.post(key, body)
        return { kind: 'accepted', application, sent: body }
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure
        const outcome = outcomeOf(failure)
        if (outcome !== null) return outcome
        if (signal.aborted) return { kind: 'stopped' }
        this.state.value = 'waiting'
        await this.pause(Math.max(pause, (failure.retryAfter ?? 0) * 1000), signal)
        if (signal.aborted) return { kind: 'stopped' }
      }
    }
  }
}

/** What the answer means; null where the same request may still succeed. */
function outcomeOf(problem: Problem): Outcome | null {
  // The key was used with other words: an earlier try did arrive before they were changed.
  const arrived = problem.status === 422 && problem.kind === 'idempotency-key-reused'
  const own = problem.status === 409 && typeof problem.details.applicationId === 'string'
  if (arrived || own) return { kind: 'exists' }
  if (problem.passing && (problem.retryAfter ?? 0) <= LONGEST_WAIT_SECONDS) return null
  return { kind: 'refused', problem }
}

/** Comes back after a while, or at once when the network is there again or nobody waits. */
export function untilOnline(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, millis)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
