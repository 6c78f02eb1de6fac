import { ref, shallowRef, watch } from 'vue'
import { type BacklogItem, readBacklog } from './benefitCalls'

/** Grants that are not the member's, by state and programme, page after page. */
export function useBacklog() {
  const filters = ref({ state: 'WAITING', programme: '' })
  const items = shallowRef<BacklogItem[]>([])
  const next = shallowRef<string | null>(null)
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
      const page = await readBacklog(filters.value, cursor)
      if (mine !== round) return
      items.value = cursor === null ? page.items : [...items.value, ...page.items]
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
  return { filters, items, next, failure, loading, ready, again, more: () => load(next.value) }
}
