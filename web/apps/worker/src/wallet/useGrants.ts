import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { inbox } from '../messages/inbox'
import { api } from '../session'
import { type Grant, inOrder } from './grant'

/** The grants of the person signed in, newly asked for whenever there may be something new. */
export function useGrants(): {
  grants: Ref<Grant[] | null>
  failure: Ref<unknown>
  look: () => Promise<void>
} {
  const grants = ref<Grant[] | null>(null)
  const failure = ref<unknown>(null)
  const gone = new AbortController()
  let looking: Promise<void> | null = null
  let again = false

  async function ask(): Promise<void> {
    try {
      const { data } = await api.GET('/api/v1/me/grants', { signal: gone.signal })
      grants.value = inOrder((data?.items ?? []) as Grant[])
      failure.value = null
    } catch (problem) {
      if (!gone.signal.aborted) failure.value = problem
    }
  }

  /** One question at a time; what changes while it is on its way is asked for after it. */
  function look(): Promise<void> {
    if (looking !== null) {
      again = true
      return looking
    }
    looking = ask().finally(() => {
      looking = null
      if (again && !gone.signal.aborted) {
        again = false
        void look()
      }
    })
    return looking
  }

  // Whatever happens to a grant is told by a message; a use of it is seen at the next look.
  watch(
    () => inbox.heard.value,
    () => void look(),
  )
  const seen = () => {
    if (document.visibilityState === 'visible') void look()
  }
  document.addEventListener('visibilitychange', seen)
  addEventListener('online', seen)
  onScopeDispose(() => {
    gone.abort()
    document.removeEventListener('visibilitychange', seen)
    removeEventListener('online', seen)
  })
  void look()
  return { grants, failure, look }
}
