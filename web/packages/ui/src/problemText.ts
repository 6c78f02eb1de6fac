import { Problem } from '@nuanxin/api'

type Translate = (key: string, values?: Record<string, unknown>) => string

const KNOWN = [0, 400, 401, 403, 404, 409, 412, 422, 429, 503]

/** What to tell a person about a call that failed; a server's own words are not for people. */
export function problemText(failure: unknown, t: Translate): string {
  if (!(failure instanceof Problem)) return t('problem.other')
  const status = failure.status >= 502 ? 503 : failure.status
  if (!KNOWN.includes(status)) return t('problem.other')
  return t(`problem.${status}`, { seconds: failure.retryAfter ?? 30 })
}

/** The same beside a form, where somebody may fear for what was typed. */
export function formProblemText(failure: unknown, t: Translate): string {
  const text = problemText(failure, t)
  if (!(failure instanceof Problem) || failure.status !== 0) return text
  // A sentence in Latin letters needs a space before the next one.
  return `${text}${text.endsWith('.') ? ' ' : ''}${t('problem.kept')}`
}
