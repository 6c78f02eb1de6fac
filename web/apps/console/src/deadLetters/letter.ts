import { read } from '../live/openCalls'
import { api } from '../session'

/** Calls that the types made from the joined API do not have yet. */
interface Untyped {
  POST(path: string, init: unknown): Promise<{ data?: unknown }>
}

export const STATES = ['OPEN', 'RETRYING', 'PARKED', 'REDRIVING', 'RESOLVED'] as const

export type LetterState = (typeof STATES)[number]

/** A record that could not be handled, as listed. */
export interface Letter {
  id: string
  service: string
  group: string
  memberId: string | null
  type: string | null
  eventId: string | null
  state: LetterState
  cause: string
  attempts: number
  at: string
  retryAt: string | null
  resolvedAt: string | null
}

/** A value of a payload: what may not be seen is `•••`. */
export type Shown = string | number | boolean | null | readonly Shown[]

/** One letter with where it was read, and what it says without personal data. */
export interface LetterDetail extends Letter {
  topic: string
  partition: number
  offset: number
  traceId: string | null
  sequence: number | null
  time: string | null
  /** Null where it cannot be read. */
  payload: Record<string, Shown> | null
}

export interface Letters {
  items: Letter[]
  next: string | null
  /** Services that did not answer, whose letters are missing. */
  unavailable: string[]
}

/** What a re-drive would do, as the service says that would do it. */
export interface DryRun {
  /** Whether it would be handled at all. */
  runs: boolean
  why: 'READY' | 'BY_ITSELF' | 'BEHIND' | 'UNDER_WAY' | 'DONE' | 'UNREADABLE' | 'NO_CONSUMER'
  /** The earlier letter that ought to go first; null where there is none. */
  behind: string | null
  /** How many letters of the member would follow by themselves if it succeeds. */
  following: number
}

/** How a re-drive ended. */
export interface Outcome {
  outcome: 'RESOLVED' | 'FAILED'
  alsoResolved: number
  cause: string | null
}

export interface Filters {
  state: string
  memberId: string
}

export function readLetters(filters: Filters, cursor: string | null, limit = 50): Promise<Letters> {
  return read('/api/v1/ops/dead-letters', {
    limit,
    ...(filters.state === '' ? {} : { state: filters.state }),
    ...(filters.memberId === '' ? {} : { memberId: filters.memberId }),
    ...(cursor === null ? {} : { cursor }),
  })
}

export async function readLetter(id: string): Promise<LetterDetail> {
  const { data } = await api.GET('/api/v1/ops/dead-letters/{id}', { params: { path: { id } } })
  return data as unknown as LetterDetail
}

/** Asks what a re-drive would do; nothing is changed. */
export async function dryRun(id: string): Promise<DryRun> {
  const path = '/api/v1/ops/dead-letters/{id}/dry-run'
  const { data } = await (api as unknown as Untyped).POST(path, { params: { path: { id } } })
  return data as DryRun
}

export async function redrive(id: string): Promise<Outcome> {
  const { data } = await api.POST('/api/v1/ops/dead-letters/{id}/redrive', {
    params: { path: { id } },
  })
  return data as unknown as Outcome
}

/** What letters are put together by. */
export type Grouping = 'cause' | 'member'

/** Letters of one cause or member; the name is empty where they name no member. */
export interface LetterGroup {
  name: string
  letters: Letter[]
}

/** By cause or member, the most frequent first; a cause is its class, whatever the message says. */
export function grouped(letters: readonly Letter[], by: Grouping): LetterGroup[] {
  const groups = new Map<string, Letter[]>()
  for (const letter of letters) {
    const name = by === 'cause' ? causeOf(letter) : (letter.memberId ?? '')
    groups.set(name, [...(groups.get(name) ?? []), letter])
  }
  return [...groups]
    .map(([name, of]) => ({ name, letters: of }))
    .sort((a, b) => b.letters.length - a.letters.length || a.name.localeCompare(b.name))
}

/** `MalformedEvent: field x at …` is a `MalformedEvent`. */
export function causeOf(letter: Letter): string {
  return /^[^\s:]+/.exec(letter.cause)?.[0] ?? letter.cause
}

/** A value on one line; a list is its items. */
export function shownText(value: Shown): string {
  if (value === null) return '–'
  return Array.isArray(value) ? value.map(shownText).join(', ') : String(value)
}
