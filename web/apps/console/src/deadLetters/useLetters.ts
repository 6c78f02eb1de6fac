import { ref, shallowRef, watch } from 'vue'
import { type Filters, type Letter, readLetters } from './letter'

/** Dead letters by state and member, page after page. */
export function useLetters() {
  const filters = ref<Filters>({ state: 'OPEN', memberId: '' })
  const items = shallowRef<Letter[]>([])
  const next = shallowRef<string | null>(null)
  const unavailable = shallowRef<string[]>([])
  const failure = shallowRef<unknown>(null)
  const loading = ref(false)
  const ready = ref(false)
  let round = 0

  async function load(cursor: string | null): Promise<void> {
    if (cursor !== null && loading.value) return
    const mine = ++round
    loading.value = true
    failure.value = null
    try {
      const page = await readLetters(filters.value, cursor)
      if (mine !== round) return
      items.value = cursor === null ? page.items : [...items.value, ...page.items]
      const before = cursor === null ? [] : unavailable.value
      unavailable.value = [...new Set([...before, ...(page.unavailable ?? [])])]
      next.value = page.next
      ready.value = true
    } catch (problem) {
      if (mine === round) failure.value = problem
    } finally {
      if (mine === round) loading.value = false
    }
  }

  const again = () => load(null)
  watch(filters, again, { deep: true, immediate: true })
  return {
    ...{ filters, items, next, unavailable, failure, loading, ready },
    again,
    more: () => load(next.value),
  }
}
