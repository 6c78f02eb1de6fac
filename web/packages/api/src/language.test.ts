import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApi, type Tokens } from './client'
import { follow } from './stream'

const real = globalThis.fetch
const nobody: Tokens = { current: async () => null, refused: async () => null }
let asked: (string | null)[] = []
let spoken = 'en'

beforeEach(() => {
  asked = []
  spoken = 'en'
  globalThis.fetch = async (input, init) => {
    const headers = input instanceof Request ? input.headers : new Headers(init?.headers)
    asked.push(headers.get('accept-language'))
    return Response.json({ items: [] })
  }
})
afterEach(() => {
  globalThis.fetch = real
})

describe('a call', () => {
  const manner = { baseUrl: 'http://gateway.test', language: () => spoken }

  it('asks for the language that the app speaks at that moment', async () => {
    const api = createApi(nobody, manner)
    await api.GET('/api/v1/me/grants')
    spoken = 'zh-CN'
    await api.GET('/api/v1/me/grants')
    expect(asked).toEqual(['en', 'zh-CN'])
  })

  it('that names a language itself is left as it is', async () => {
    const api = createApi(nobody, manner)
    await api.GET('/api/v1/unions', { params: { header: { 'Accept-Language': 'zh-CN' } } })
    expect(asked).toEqual(['zh-CN'])
  })

  it('leaves it to the browser where the app does not say', async () => {
    await createApi(nobody, { baseUrl: 'http://gateway.test' }).GET('/api/v1/me/grants')
    expect(asked).toEqual([null])
  })
})

describe('a live stream', () => {
  it('asks for the language that the app speaks', async () => {
    const gone = new AbortController()
    const listener = { item: () => undefined, state: () => asked.length > 0 && gone.abort() }
    await follow('/api/v1/me/messages/stream', nobody, listener, gone.signal, () => spoken)
    expect(asked).toEqual(['en'])
  })
})
