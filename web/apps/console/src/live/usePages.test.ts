import type { Page } from '@nuanxin/api'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { usePages } from './usePages'

type Answer = Page<string> & { gone?: string }

/** A list whose answers come when the test says so. */
function list() {
  const asked: { filter: string; cursor: string | null }[] = []
  const open: ((answer: Answer | Error) => void)[] = []
  const taken: [Answer, boolean][] = []
  const pages = usePages<{ state: string }, string, Answer>(
    { state: 'OPEN' },
    (filters, cursor) => {
      asked.push({ filter: filters.state, cursor })
      return new Promise((resolve, reject) => {
        open.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)))
      })
    },
    (page, isFirst) => taken.push([page, isFirst]),
  )
  const answer = async (place: number, with_: Answer | Error) => {
    open[place]?.(with_)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { pages, asked, taken, answer }
}

describe('a list in pages', () => {
  it('is read at once and grows by each further page', async () => {
    const { pages, asked, taken, answer } = list()
    expect(pages.loading.value).toBe(true)
    await answer(0, { items: ['a'], next: 'c1' })
    expect(pages.items.value).toEqual(['a'])
    expect(pages.ready.value).toBe(true)
    void pages.more()
    await answer(1, { items: ['b'], next: null })
    expect(pages.items.value).toEqual(['a', 'b'])
    expect(pages.next.value).toBeNull()
    expect(asked.map((each) => each.cursor)).toEqual([null, 'c1'])
    expect(taken.map(([, isFirst]) => isFirst)).toEqual([true, false])
  })

  it('begins anew when the filters change, and drops what comes late', async () => {
    const { pages, asked, taken, answer } = list()
    pages.filters.value.state = 'PARKED'
    await nextTick()
    await answer(1, { items: ['parked'], next: null })
    await answer(0, { items: ['open'], next: 'c1' })
    expect(asked.map((each) => each.filter)).toEqual(['OPEN', 'PARKED'])
    expect(pages.items.value).toEqual(['parked'])
    expect(taken).toHaveLength(1)
  })

  it('asks for one further page at a time', async () => {
    const { pages, asked, answer } = list()
    await answer(0, { items: ['a'], next: 'c1' })
    void pages.more()
    void pages.more()
    expect(asked).toHaveLength(2)
  })

  it('keeps what it has when a page fails, and can be asked again', async () => {
    const { pages, answer } = list()
    await answer(0, { items: ['a'], next: 'c1' })
    void pages.more()
    await answer(1, new Error('away'))
    expect(pages.failure.value).toEqual(new Error('away'))
    expect(pages.items.value).toEqual(['a'])
    expect(pages.loading.value).toBe(false)
    void pages.again()
    expect(pages.failure.value).toBeNull()
    await answer(2, { items: ['z'], next: null })
    expect(pages.items.value).toEqual(['z'])
  })
})
