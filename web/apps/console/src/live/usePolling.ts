import { Problem } from '@nuanxin/api'
import { useDocumentVisibility } from '@vueuse/core'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'

/** Whether asking again by itself is no use: the server has no such call, or not for this person. */
export function isNotOffered(failure: unknown): boolean {
  return failure instanceof Problem && (failure.status === 404 || failure.status === 403)
}

/**
 * Something read again every few seconds while the page is seen. What was read last stays when a
 * later try fails, and two questions are never under way at once.
 */
export function usePolling<T>(read: () => Promise<T>, millis: number) {
  const data = shallowRef<T | null>(null)
  const failure = shallowRef<unknown>(null)
  const loading = ref(false)
  const visible = useDocumentVisibility()
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  async function load(): Promise<void> {
    if (loading.value) return
    clearTimeout(timer)
    loading.value = true
    try {
      data.value = await read()
      failure.value = null
    } catch (problem) {
      failure.value = problem
    } finally {
      loading.value = false
    }
    if (ended || visible.value !== 'visible' || isNotOffered(failure.value)) return
    timer = setTimeout(() => void load(), failure.value === null ? millis : millis * 3)
  }

  watch(visible, (now) => now === 'visible' && !isNotOffered(failure.value) && void load())
  onScopeDispose(() => {
    ended = true
    clearTimeout(timer)
  })
  void load()
  return { data, failure, loading, load }
}
