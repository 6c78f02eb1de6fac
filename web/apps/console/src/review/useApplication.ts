import { ref, shallowRef, watch, type Ref } from 'vue'
import { readApplication } from './reviewCalls'
import type { Application } from './types'

// Every look is written down: who runs through the list by keys has not looked.
const REST_MILLIS = 120

/** The application that is looked at, read once somebody rests on it. */
export function useApplication(id: Ref<string>) {
  const application = shallowRef<Application | null>(null)
  const failure = shallowRef<unknown>(null)
  const loading = ref(false)
  const round = ref(0)

  watch(
    [id, round],
    ([now], _, onCleanup) => {
      failure.value = null
      if (application.value?.id !== now) application.value = null
      loading.value = now !== ''
      if (now === '') return
      const stop = new AbortController()
      const rest = setTimeout(() => void load(now, stop.signal), REST_MILLIS)
      onCleanup(() => {
        clearTimeout(rest)
        stop.abort()
      })
    },
    { immediate: true },
  )

  async function load(now: string, signal: AbortSignal): Promise<void> {
    try {
      const read = await readApplication(now, signal)
      if (!signal.aborted) application.value = read
    } catch (problem) {
      if (!signal.aborted) failure.value = problem
    } finally {
      if (!signal.aborted) loading.value = false
    }
  }

  return { application, failure, loading, reload: () => round.value++ }
}
