import type { FieldReason, Refusal } from './reasons'
import type { QueueItem } from './types'

/** What a reviewer does with an application. */
export type Verdict = 'approve' | 'return' | 'reject'

/** What is said along with a decision. */
export interface Body {
  reason?: string
  /** Of an approval: into this union instead. */
  union?: string
  /** Of a return: why each field is to be corrected. */
  fieldReasons?: FieldReason[]
  /** Of a refusal. */
  code?: Refusal
}

/** What the queue shows of an applicant beside the name. */
export interface About {
  occupation: QueueItem['occupation'] | null
  employer: string | null
  dueAt: string | null
  /** Its last digits: the rest may be the same for all who came from one employer today. */
  phone: string
}

/** One decision, as it will be sent. */
export interface Decision {
  id: string
  /** Of the record it was made on. */
  version: number
  /** The applicant's name as the queue shows it. */
  name: string
  /** What tells this applicant from another whose name is masked to the same. */
  about: About
  verdict: Verdict
  body: Body
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
