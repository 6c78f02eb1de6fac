import { ref, shallowRef } from 'vue'

/**
 * Sends what was filled in, once: a second press while it is under way is ignored, and a new try of
 * the same content has the same key, so that the server adds it once however often it is told.
 */
export function useAdding(send: (key: string) => Promise<void>) {
  const busy = ref(false)
  const done = ref(false)
  const failure = shallowRef<unknown>(null)
  let key = ''
  let content = ''

  async function add(what: string): Promise<boolean> {
    if (busy.value) return false
    if (what !== content || key === '') key = crypto.randomUUID()
    content = what
    busy.value = true
    done.value = false
    failure.value = null
    try {
      await send(key)
      key = ''
      done.value = true
      return true
    } catch (problem) {
      failure.value = problem
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, done, failure, add }
}
