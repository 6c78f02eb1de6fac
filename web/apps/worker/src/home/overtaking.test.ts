import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import type { Application } from './application'
import { answered, lookAtAffairs, standing } from './affairs'
import { useTimeline } from './useTimeline'

const real = globalThis.fetch
let answers: Record<string, ((answer: Response) => void)[]> = {}

/** Answers the oldest open call of this path, which may be long after a later one. */
async function answer(path: string, body: BodyInit | object, which = 0): Promise<void> {
  const [respond] = answers[path]!.splice(which, 1)
  respond!(body instanceof ReadableStream ? new Response(body) : Response.json(body))
  await flushPromises()
}

beforeEach(() => {
  answers = {}
  globalThis.fetch = (input) => {
    const url = typeof input === 'string' ? input : (input as Request).url
    const path = new URL(url, location.href).pathname
    return new Promise((resolve) => (answers[path] ??= []).push(resolve))
  }
})
afterEach(() => {
  globalThis.fetch = real
})

describe('answers that overtake each other', () => {
  it('what the live timeline told stays, although a list from before it comes later', async () => {
    const step = (id: string, status: string) => ({
      id,
      status,
      type: 'grant.issued',
      at: '2026-11-26T10:00:00Z',
    })
    let tell: (item: object) => void = () => undefined
    const live = new ReadableStream<Uint8Array>({
      start(to) {
        tell = (item) =>
          to.enqueue(new TextEncoder().encode(`event: timeline\ndata: ${JSON.stringify(item)}\n\n`))
      },
    })
    const scope = effectScope()
    const timeline = scope.run(() => useTimeline(() => undefined))!
    await flushPromises()
    await answer('/api/v1/me/timeline/stream', live)
    tell(step('insurance', 'DONE'))
    await flushPromises()

    await answer('/api/v1/me/timeline', {
      items: [step('insurance', 'EXPECTED'), step('gift', 'EXPECTED')],
    })

    const shown = timeline.items.value!.map(({ id, status }) => `${id} ${status}`)
    expect(shown.sort()).toEqual(['gift EXPECTED', 'insurance DONE'])
    scope.stop()
  })

  it('what was asked for later decides where a person stands', async () => {
    const application = (state: string) => ({ items: [{ id: 'a-1', state, history: [] }] })
    void lookAtAffairs()
    void lookAtAffairs()
    await flushPromises()
    await answer('/api/v1/me', {}, 1)
    await answer('/api/v1/me/applications', application('RETURNED'), 1)
    expect(standing.value?.kind).toBe('returned')

    await answer('/api/v1/me', {})
    await answer('/api/v1/me/applications', application('IN_REVIEW'))

    expect(standing.value?.kind).toBe('returned')
  })

  it('what was sent is not taken back by what was asked for before', async () => {
    void lookAtAffairs()
    await flushPromises()
    answered({ id: 'a-2', state: 'IN_REVIEW', history: [] } as unknown as Application, '')

    await answer('/api/v1/me', {})
    await answer('/api/v1/me/applications', { items: [] })

    expect(standing.value?.kind).toBe('review')
  })
})
