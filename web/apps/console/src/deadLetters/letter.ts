import type { components, Letter, Letters, Told } from '@nuanxin/api'
import { api } from '../session'

type Schemas = components['schemas']

export type { Letter, Letters } from '@nuanxin/api'

export type LetterState = Letter['state']

export const STATES = [
  'OPEN',
  'RETRYING',
  'PARKED',
  'REDRIVING',
  'RESOLVED',
] as const satisfies readonly LetterState[]

/** A value of a payload: what may not be seen is `•••`. */
export type Shown = string | number | boolean | null | readonly Shown[]

/** One letter with where it was read, and what it says without personal data. */
export type LetterDetail = Letter &
  Told<
    Omit<Schemas['LetterDetail'], keyof Letter>,
    'traceId' | 'sequence' | 'time',
    {
      /** Null where it cannot be read. */
      payload: Record<string, Shown> | null
    }
  >

/** What a re-drive would do, as the service says that would do it. */
export type DryRun = Told<Schemas['DryRunResult'], 'behind'>

/** How a re-drive ended; the document has any word for it. */
export type Outcome = Told<Schemas['RedriveResult'], 'cause', { outcome: 'RESOLVED' | 'FAILED' }>

/** What letters are narrowed to; empty is any. */
export interface Filters {
  state: LetterState | ''
  memberId: string
}

export async function readLetters(
  filters: Filters,
  cursor: string | null,
  limit = 50,
): Promise<Letters> {
  const query = {
    limit,
    ...(filters.state === '' ? {} : { state: filters.state }),
    ...(filters.memberId === '' ? {} : { memberId: filters.memberId }),
    ...(cursor === null ? {} : { cursor }),
  }
  const { data } = await api.GET('/api/v1/ops/dead-letters', { params: { query } })
  return data as Letters
}

export async function readLetter(id: string): Promise<LetterDetail> {
  const { data } = await api.GET('/api/v1/ops/dead-letters/{id}', { params: { path: { id } } })
  return data as LetterDetail
}

/** Asks what a re-drive would do; nothing is changed. */
export async function dryRun(id: string): Promise<DryRun> {
  const { data } = await api.POST('/api/v1/ops/dead-letters/{id}/dry-run', {
    params: { path: { id } },
  })
  return data as DryRun
}

export async function redrive(id: string): Promise<Outcome> {
  const { data } = await api.POST('/api/v1/ops/dead-letters/{id}/redrive', {
    params: { path: { id } },
  })
  return data as Outcome
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
