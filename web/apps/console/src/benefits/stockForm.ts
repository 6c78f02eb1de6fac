import { Problem } from '@nuanxin/api'

export const MOST_PACKS = 100_000
export const MOST_CODES = 500
const CODE = /^[A-Za-z0-9-]{4,64}$/

/** How many packs somebody typed; null where that is no number that can be added. */
export function packsOf(text: string): number | null {
  const digits = text.normalize('NFKC').trim()
  if (!/^\d{1,6}$/.test(digits)) return null
  const count = Number(digits)
  return count >= 1 && count <= MOST_PACKS ? count : null
}

/** What is wrong with a line of codes, counted from 1; 0 where it is not about one line. */
export interface WrongLine {
  line: number
  why: 'NONE' | 'TOO_MANY' | 'PATTERN' | 'DUPLICATE' | 'KNOWN'
}

/** The codes of a text, one a line, and what is wrong with it. */
export function codesOf(text: string): { codes: string[]; wrong: WrongLine[] } {
  const lines = linesOf(text)
  const seen = new Set<string>()
  const wrong: WrongLine[] = []
  for (const { code, line } of lines) {
    if (!CODE.test(code)) wrong.push({ line, why: 'PATTERN' })
    else if (seen.has(code)) wrong.push({ line, why: 'DUPLICATE' })
    seen.add(code)
  }
  if (lines.length === 0) wrong.push({ line: 0, why: 'NONE' })
  if (lines.length > MOST_CODES) wrong.unshift({ line: 0, why: 'TOO_MANY' })
  return { codes: lines.map((each) => each.code), wrong }
}

/** Which lines the server refused; its fields count codes, not lines. */
export function refusedLines(failure: unknown, text: string): WrongLine[] {
  if (!(failure instanceof Problem)) return []
  const lines = linesOf(text)
  return failure.errors.flatMap(({ field, code }) => {
    const index = /^codes\[(\d+)\]$/.exec(field)?.[1]
    const line = index === undefined ? undefined : lines[Number(index)]?.line
    if (line === undefined) return []
    const why = code === 'KNOWN' || code === 'DUPLICATE' ? code : 'PATTERN'
    return [{ line, why }]
  })
}

function linesOf(text: string): { code: string; line: number }[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((each, index) => ({ code: each.trim(), line: index + 1 }))
    .filter(({ code }) => code !== '')
}
