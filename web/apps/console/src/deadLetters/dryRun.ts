import type { Letter } from './letter'

/** What a re-drive would do, by the rules of the service, without doing any of it. */
export interface DryRun {
  /** Whether it would be handled at all. */
  runs: boolean
  why: 'READY' | 'BY_ITSELF' | 'BEHIND' | 'UNDER_WAY' | 'DONE'
  /** Letters of the member and group that would follow by themselves if it succeeds. */
  following: Letter[]
  /** The earlier letter that ought to go first; null where there is none. */
  first: Letter | null
}

/**
 * @param others the other letters of the same member
 * @param now in milliseconds
 */
export function dryRunOf(
  letter: Letter,
  others: readonly Letter[],
  now: number = Date.now(),
): DryRun {
  const line = others
    .filter((each) => each.id !== letter.id && each.group === letter.group)
    .filter((each) => each.state !== 'RESOLVED')
    .sort((a, b) => a.at.localeCompare(b.at))
  const following = line.filter((each) => each.state === 'PARKED' && each.at >= letter.at)
  const none = { following: [], first: null }
  if (letter.state === 'RESOLVED') return { runs: false, why: 'DONE', ...none }
  // Whoever held it longer than its lease is gone, and it is free.
  const isHeld = letter.retryAt === null || Date.parse(letter.retryAt) > now
  if (letter.state === 'REDRIVING' && isHeld) return { runs: false, why: 'UNDER_WAY', ...none }
  if (letter.state === 'PARKED') {
    const first = line.find((each) => each.at < letter.at) ?? null
    return { runs: true, why: first === null ? 'READY' : 'BEHIND', following, first }
  }
  const why = letter.state === 'RETRYING' ? 'BY_ITSELF' : 'READY'
  return { runs: true, why, following, first: null }
}
