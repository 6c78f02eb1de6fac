/** One wrong field of a request, as RFC 9457's `errors` names it. */
export interface FieldProblem {
  field: string
  code: string
  message: string
}

/** What a call was answered with instead of what it asked for; or that there was no answer. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 where there was no answer at all. */
    readonly status: number,
    /** The last part of the problem's type, for instance `application-exists`. */
    readonly kind: string,
    readonly errors: readonly FieldProblem[] = [],
    /** Seconds until it makes sense to try again; null where the server did not say. */
    readonly retryAfter: number | null = null,
    /** All members of the problem, for those that carry more. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${kind}`)
    this.name = 'Problem'
  }

  /** Whether the same call may succeed later without any change. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** Reads the problem out of an answer that is not fine. */
export function problemOf(response: Response, body: unknown): Problem {
  const details = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const type = typeof details.type === 'string' ? details.type : ''
  const kind = type.split(/[/:]/).pop() || 'unknown'
  const errors = Array.isArray(details.errors) ? (details.errors as FieldProblem[]) : []
  const after = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new Problem(response.status, kind, errors, Number.isFinite(after) ? after : null, details)
}
