/** Fields that an applicant can be asked to correct, as the server names them. */
export const FIELDS = [
  'name',
  'idNumber',
  'occupation',
  'platforms',
  'employer',
  'communityCode',
  'stationCode',
] as const

export type Field = (typeof FIELDS)[number]

/** Codes of why an application is refused. */
export const REFUSALS = [
  'NOT_ELIGIBLE',
  'DUPLICATE_PERSON',
  'IDENTITY_NOT_CONFIRMED',
  'FALSE_DETAILS',
  'OUTSIDE_CITY',
  'OTHER',
] as const

export type Refusal = (typeof REFUSALS)[number]

/** The most characters of a reason that the server takes. */
export const LONGEST = 500

/** What stands between the parts of a reason; names of fields and marks in the reader's language. */
export interface Marks {
  /** After the name of a field, before its reason. */
  is: string
  /** Between one field's reason and the next's. */
  next: string
  /** Around the code of a refusal. */
  open: string
  close: string
}

/**
 * One text out of one reason for each field, as the server takes one reason for all; every field is
 * named before its own, so that nothing is lost.
 *
 * @param label the field's name in the applicant's language
 */
export function returnReason(
  reasons: readonly { field: Field; reason: string }[],
  label: (field: Field) => string,
  marks: Marks,
): string {
  return reasons
    .map(({ field, reason }) => `${label(field)}${marks.is}${line(reason)}`)
    .join(marks.next)
}

/**
 * The reason of a refusal: what the code means in the applicant's language, what the reviewer adds,
 * and the code itself last, by which refusals can be counted.
 */
export function refusalReason(code: Refusal, meaning: string, more: string, marks: Marks): string {
  const words = [code === 'OTHER' ? '' : meaning, line(more)].filter((each) => each !== '')
  return `${words.join(marks.next)}${marks.open}${code}${marks.close}`
}

/** The length as the server counts it, by characters and not by halves of them. */
export function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length
}

/** One line without what the server refuses: control characters and invisible ones. */
export function line(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .trim()
}
