import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { deadLetters } from '../words/en/deadLetters'
import type { Letter } from './letter'
import LetterRedrive from './LetterRedrive.vue'

const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: deadLetters } })
const letter: Letter = {
  id: 'benefits-service~benefits.insurance.t.0.7',
  service: 'benefits-service',
  group: 'benefits.insurance',
  memberId: 'm1',
  type: 'member.joined',
  eventId: 'm1-2',
  state: 'OPEN',
  cause: 'MalformedEvent',
  attempts: 1,
  at: '2026-11-26T01:00:00Z',
  retryAt: null,
  resolvedAt: null,
}

/** Lets the server answer, and remembers what it was asked. */
function server(answer: object): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', (input: Request | string) => {
    const url = new URL(typeof input === 'string' ? input : input.url, 'http://127.0.0.1')
    asked.push(`${typeof input === 'string' ? 'GET' : input.method} ${url.pathname}`)
    return Promise.resolve(Response.json(answer))
  })
  return asked
}

const shown = () =>
  mount(LetterRedrive, {
    props: { letter },
    global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
  })

afterEach(() => vi.unstubAllGlobals())

describe('a dry run', () => {
  it('is asked of the service, and offers the re-drive where it would run', async () => {
    const asked = server({ id: letter.id, runs: true, why: 'READY', behind: null, following: 3 })
    const page = shown()
    await page.get('button').trigger('click')
    await flushPromises()
    expect(asked.at(-1)).toBe(
      `POST /api/v1/ops/dead-letters/${encodeURIComponent(letter.id).replace('%7E', '~')}/dry-run`,
    )
    expect(page.text()).toContain('benefits.insurance would handle it once more')
    expect(page.text()).toContain('the 3 waiting behind it follow')
    expect(page.text()).toContain('nothing has changed')
    expect(page.findAll('button')).toHaveLength(2)
  })

  it('offers none where the service says that it would fail again', async () => {
    server({ id: letter.id, runs: false, why: 'UNREADABLE', behind: null, following: 0 })
    const page = shown()
    await page.get('button').trigger('click')
    await flushPromises()
    expect(page.text()).toContain('It still cannot be read')
    expect(page.findAll('button')).toHaveLength(1)
  })

  it('leads to the letter that ought to go first', async () => {
    server({ id: letter.id, runs: true, why: 'BEHIND', behind: 'a~1', following: 0 })
    const page = shown()
    await page.get('button').trigger('click')
    await flushPromises()
    expect(page.getComponent(RouterLinkStub).props('to')).toBe('/dead-letters/a~1')
  })
})
