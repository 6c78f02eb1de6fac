import createClient, { type Client, type Middleware } from 'openapi-fetch'
import type { Calls } from './joined'
import { Problem, problemOf } from './problem'

/** Where a call gets its token, and what to do when the server no longer takes it. */
export interface Tokens {
  /** The access token, renewed if it is about to end; null when nobody is signed in. */
  current(): Promise<string | null>
  /** The server refused this token; returns another, or null. */
  refused(token: string): Promise<string | null>
}

export type Api = Client<Calls>

/** What may be said about every call. */
export interface Manner {
  baseUrl?: string
  /** The language that the app speaks at the moment of the call, as a BCP 47 tag. */
  language?: () => string
}

const PATIENCE_MILLIS = 15_000

/**
 * The client of the joined API. Every call has a time-out, carries the token, is made once more with
 * a new token when the server refuses the old one, and throws {@link Problem} for whatever is not
 * fine, so that no caller can forget to look. It is answered in the app's language, and not in the
 * browser's, which may be another; a call that names a language itself is left as it is.
 */
export function createApi(tokens: Tokens, { baseUrl = '', language }: Manner = {}): Api {
  const client = createClient<Calls>({
    baseUrl,
    fetch: (request: Request) => send(inLanguage(request, language), tokens),
  })
  client.use(throwing)
  return client
}

function inLanguage(request: Request, language: Manner['language']): Request {
  if (language !== undefined && !request.headers.has('accept-language')) {
    request.headers.set('accept-language', language())
  }
  return request
}

async function send(request: Request, tokens: Tokens): Promise<Response> {
  const token = await tokens.current()
  // A request's body can be read once only.
  const again = request.clone()
  const answer = await once(request, token)
  if (answer.status !== 401 || token === null) return answer
  const other = await tokens.refused(token)
  return other === null ? answer : once(again, other)
}

async function once(request: Request, token: string | null): Promise<Response> {
  if (token !== null) request.headers.set('authorization', `Bearer ${token}`)
  try {
    return await fetch(request, {
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MILLIS)]),
    })
  } catch (failure) {
    if (request.signal.aborted) throw failure
    throw new Problem(0, 'no-answer')
  }
}

const throwing: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return undefined
    throw problemOf(response, await response.json().catch(() => null))
  },
}
