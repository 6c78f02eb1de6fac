import { ref, shallowRef, type Ref, watch } from 'vue'
import { i18n, spoken } from '../language'
import { type OwnRecord, ownRecord } from './record'

/** What is stored about the person signed in; undefined until it is known, null where nothing is. */
export function useRecord(): {
  record: Ref<OwnRecord | null | undefined>
  failure: Ref<unknown>
  loading: Ref<boolean>
  look: () => Promise<void>
} {
  const record = shallowRef<OwnRecord | null>()
  const failure = ref<unknown>(null)
  const loading = ref(false)

  async function look(): Promise<void> {
    if (loading.value) return
    loading.value = true
    failure.value = null
    const language = spoken()
    await ownRecord()
      .then((found) => (record.value = found))
      .catch((problem: unknown) => (failure.value = problem))
      .finally(() => (loading.value = false))
    if (language !== spoken()) await look()
  }

  // Names of unions are the server's words.
  watch(i18n.global.locale, () => void look())

  void look()
  return { record, failure, loading, look }
}
