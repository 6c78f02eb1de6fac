import { ref, shallowRef, watch, type Ref } from 'vue'

/** Something read from the server by a key, with what became of it. */
export function useLoad<T>(key: Ref<string>, read: (key: string) => Promise<T>) {
  const data = shallowRef<T | null>(null)
  const failure = shallowRef<unknown>(null)
  const loading = ref(false)
  let round = 0

  async function load(): Promise<void> {
    const mine = ++round
    loading.value = true
    failure.value = null
    try {
      const found = await read(key.value)
      if (mine === round) data.value = found
    } catch (problem) {
      if (mine === round) failure.value = problem
    } finally {
      if (mine === round) loading.value = false
    }
  }

  watch(
    key,
    () => {
      data.value = null
      void load()
    },
    { immediate: true },
  )
  return { data, failure, loading, load }
}
