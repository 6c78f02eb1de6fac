import type { Page } from '@nuanxin/api'
import { ref, shallowRef, watch, type Ref } from 'vue'

/**
 * A list of the server's by filters, page after page. A page that was asked for before the filters
 * changed is dropped when it comes late.
 *
 * @param filters that it starts with
 * @param taken told of each page that is shown
 */
export function usePages<F, T, P extends Page<T> = Page<T>>(
  filters: F,
  read: (filters: F, cursor: string | null) => Promise<P>,
  taken: (page: P, isFirst: boolean) => void = () => {},
) {
  const asked = ref(filters) as Ref<F>
  const items = shallowRef<T[]>([])
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
      const page = await read(asked.value, cursor)
      if (mine !== round) return
      items.value = cursor === null ? page.items : [...items.value, ...page.items]
      next.value = page.next
      taken(page, cursor === null)
      ready.value = true
    } catch (problem) {
      if (mine === round) failure.value = problem
    } finally {
      if (mine === round) loading.value = false
    }
  }

  const again = () => load(null)
  watch(asked, again, { deep: true, immediate: true })
  return {
    ...{ filters: asked, items, next, failure, loading, ready, again },
    more: () => load(next.value),
  }
}
