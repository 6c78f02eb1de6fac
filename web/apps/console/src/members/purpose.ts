import { lengthOf, line } from '../review/reasons'

/** What a record is looked at or changed for: the bounds are the server's. */
export const SHORTEST = 5
export const LONGEST = 200

/** What is wrong with a purpose, as a key of words and its values; null where it is fine. */
export function wrongPurpose(
  purpose: string,
): { key: string; values: Record<string, number> } | null {
  const length = lengthOf(line(purpose))
  if (length < SHORTEST) return { key: 'member.full.short', values: { least: SHORTEST } }
  if (length > LONGEST) return { key: 'member.full.long', values: { most: LONGEST } }
  return null
}
