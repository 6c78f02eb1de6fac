/** What a resident identity number says about itself (GB 11643-1999), checked while it is typed. */
export type IdNumberFinding =
  | { kind: 'unfinished' }
  | {
      kind: 'wrong'
      code: 'PATTERN' | 'DATE' | 'CHECK_DIGIT' | 'AGE_AT_LEAST_16' | 'AGE_AT_MOST_120'
    }
  | { kind: 'fine'; birthDate: string }

const LENGTH = 18
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'

/**
 * @param text as typed, see {@link plainIdNumber}
 * @param today as `YYYY-MM-DD`, in the worker's own time zone
 */
export function readIdNumber(text: string, today: string): IdNumberFinding {
  const number = plainIdNumber(text)
  if (!/^\d{0,17}$|^\d{17}[\dX]$/.test(number)) return { kind: 'wrong', code: 'PATTERN' }
  if (number.length >= 14) {
    const birth = birthDateOf(number)
    if (birth === null || birth > today) return { kind: 'wrong', code: 'DATE' }
    const age = ageOn(birth, today)
    if (age < 16) return { kind: 'wrong', code: 'AGE_AT_LEAST_16' }
    if (age > 120) return { kind: 'wrong', code: 'AGE_AT_MOST_120' }
  }
  if (number.length < LENGTH) return { kind: 'unfinished' }
  const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(number[i]), 0)
  if (CHECK[sum % 11] !== number[17]) return { kind: 'wrong', code: 'CHECK_DIGIT' }
  return { kind: 'fine', birthDate: birthDateOf(number)! }
}

/**
 * The number without what people and their keyboards put into it: spaces, hyphens and dashes, signs
 * of full width, a small x.
 */
export function plainIdNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase()
}

function birthDateOf(number: string): string | null {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)]
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const text = `${year}-${month}-${day}`
  return Number(year) >= 1800 && date.toISOString().slice(0, 10) === text ? text : null
}

function ageOn(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return birth.slice(5) > today.slice(5) ? years - 1 : years
}
