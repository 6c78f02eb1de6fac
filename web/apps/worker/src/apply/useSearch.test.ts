import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { useSearch, type Search } from './useSearch'

let scope: EffectScope
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('a search while somebody types', () => {
  it('asks once the typing pauses', async () => {
    const words = ref('')
    const asked: string[] = []
    scope.run(() =>
      useSearch(words, async (text) => {
        asked.push(text)
        return []
      }),
    )
    for (const text of ['g', 'ga', 'gang ']) {
      words.value = text
      await nextTick()
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(200)
    expect(asked).toEqual(['gang'])
  })

  it('shows only the answer to the latest words', async () => {
    const words = ref('old')
    const answers: Record<string, (found: string[]) => void> = {}
    const search = scope.run(() =>
      useSearch<string>(words, (text) => new Promise((resolve) => (answers[text] = resolve))),
    ) as Search<string>
    await vi.advanceTimersByTimeAsync(200)
    words.value = 'new'
    await nextTick()
    await vi.advanceTimersByTimeAsync(200)
    answers.new!(['new answer'])
    answers.old!(['old answer'])
    await vi.advanceTimersByTimeAsync(0)
    expect(search.items.value).toEqual(['new answer'])
    expect(search.state.value).toBe('found')
  })

  it('can be tried again after a failure, and forgets all when the words go', async () => {
    const words = ref('gang')
    let up = false
    const search = scope.run(() =>
      useSearch<string>(words, async () => {
        if (!up) throw new Error('no network')
        return ['港门']
      }),
    ) as Search<string>
    await vi.advanceTimersByTimeAsync(200)
    expect(search.state.value).toBe('failed')
    up = true
    search.again()
    await vi.advanceTimersByTimeAsync(0)
    expect(search.items.value).toEqual(['港门'])
    words.value = ' '
    await nextTick()
    expect(search.state.value).toBe('idle')
    expect(search.items.value).toEqual([])
  })
})
