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

/** Why one field is to be corrected. */
export interface FieldReason {
  field: Field
  reason: string
}

/** The most characters of a reason that the server takes. */
export const LONGEST = 500

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
