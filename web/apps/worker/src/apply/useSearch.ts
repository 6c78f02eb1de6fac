import { onScopeDispose, ref, watch, type Ref } from 'vue'

const QUIET_MILLIS = 200

/** What is found while somebody types. */
export interface Search<T> {
  items: Ref<T[]>
  /** `idle` where there is nothing to look for. */
  state: Ref<'idle' | 'searching' | 'found' | 'failed'>
  failure: Ref<unknown>
  again: () => void
}

/**
 * Searches once the typing pauses. Only the answer to the latest words counts, however late an
 * earlier one comes.
 */
export function useSearch<T>(
  words: Ref<string>,
  ask: (words: string, signal: AbortSignal) => Promise<T[]>,
): Search<T> {
  const items = ref([]) as Ref<T[]>
  const state = ref<'idle' | 'searching' | 'found' | 'failed'>('idle')
  const failure = ref<unknown>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = new AbortController()

  async function look(text: string): Promise<void> {
    const { signal } = asking
    try {
      const found = await ask(text, signal)
      if (signal.aborted) return
      items.value = found
      state.value = 'found'
    } catch (problem) {
      if (signal.aborted) return
      failure.value = problem
      state.value = 'failed'
    }
  }

  function begin(text: string, millis: number): void {
    clearTimeout(timer)
    asking.abort()
    asking = new AbortController()
    if (text === '') {
      items.value = []
      state.value = 'idle'
      return
    }
    state.value = 'searching'
    timer = setTimeout(() => void look(text), millis)
  }

  watch(words, (text) => begin(text.trim(), QUIET_MILLIS), { immediate: true })
  onScopeDispose(() => {
    clearTimeout(timer)
    asking.abort()
  })
  return { items, state, failure, again: () => begin(words.value.trim(), 0) }
}
