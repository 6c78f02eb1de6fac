import { Problem, problemOf } from './problem'
import type { Tokens } from './client'

/** One item of a live stream. */
export interface StreamItem<T> {
  id: string
  event: string
  data: T
}

/** Whether what is shown is live at the moment. */
export type StreamState = 'connecting' | 'live' | 'waiting'

/** What to do with what comes. */
export interface Listener<T> {
  item(item: StreamItem<T>): void
  state?(state: StreamState): void
}

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000
// The server says something every 15 s; after three times that nothing is on its way.
const SILENCE = 45_000

/**
 * Follows a stream of server-sent events until the signal aborts: by fetch, since EventSource sends
 * no bearer token. After a break it comes back by itself, ever more slowly and at once when the
 * network is there again, with the last id it has seen; items may come twice, so a listener replaces
 * by id.
 *
 * @param language that the app speaks; asked for anew at each coming back
 */
export async function follow<T>(
  path: string,
  tokens: Tokens,
  listener: Listener<T>,
  signal: AbortSignal,
  language?: () => string,
): Promise<void> {
  let last: string | null = null
  let pause = FIRST_PAUSE
  while (!signal.aborted) {
    listener.state?.('connecting')
    try {
      await read<T>(path, tokens, headersFor(last, language), signal, {
        item(item) {
          if (item.id !== '') last = item.id
          listener.item(item)
        },
        state(state) {
          if (state === 'live') pause = FIRST_PAUSE
          listener.state?.(state)
        },
      })
    } catch (failure) {
      if (failure instanceof Problem && (failure.status === 401 || failure.status === 403)) {
        throw failure
      }
    }
    if (signal.aborted) return
    listener.state?.('waiting')
    await networkOr(pause, signal)
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
}

function headersFor(last: string | null, language?: () => string): Record<string, string> {
  return {
    accept: 'text/event-stream',
    ...(language === undefined ? {} : { 'accept-language': language() }),
    ...(last === null ? {} : { 'last-event-id': last }),
  }
}

async function read<T>(
  path: string,
  tokens: Tokens,
  headers: Record<string, string>,
  signal: AbortSignal,
  listener: Required<Listener<T>>,
): Promise<void> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE)
  try {
    const answer = await open(path, tokens, headers, AbortSignal.any([signal, silence.signal]))
    listener.state('live')
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    const events = new EventReader<T>(listener.item)
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE)
      events.take(value)
    }
  } finally {
    clearTimeout(timer)
  }
}

async function open(
  path: string,
  tokens: Tokens,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  let token = await tokens.current()
  for (let tries = 0; ; tries++) {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
    const answer = await fetch(path, {
      headers: { ...headers, ...authorization },
      signal,
      cache: 'no-store',
    })
    if (answer.ok && answer.body !== null) return answer
    if (answer.status !== 401 || token === null || tries > 0) {
      throw problemOf(answer, await answer.json().catch(() => null))
    }
    token = await tokens.refused(token)
  }
}

/** Cuts the text of a stream into its events (WHATWG HTML, 9.2.6). */
export class EventReader<T> {
  private rest = ''
  private id = ''
  private event = ''
  private data: string[] = []

  constructor(private readonly tell: (item: StreamItem<T>) => void) {}

  take(text: string): void {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/)
    this.rest = lines.pop() ?? ''
    for (const line of lines) this.line(line)
  }

  private line(line: string): void {
    if (line === '') {
      this.dispatch()
      return
    }
    const colon = line.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'id') this.id = value
    else if (field === 'event') this.event = value
    else if (field === 'data') this.data.push(value)
  }

  private dispatch(): void {
    if (this.data.length > 0) {
      this.tell({
        id: this.id,
        event: this.event || 'message',
        data: JSON.parse(this.data.join('\n')) as T,
      })
    }
    this.event = ''
    this.data = []
  }
}

function networkOr(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, millis)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
