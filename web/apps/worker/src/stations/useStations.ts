import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { api } from '../session'
import { keepSnapshot, readSnapshot, type Snapshot } from './snapshot'
import type { Station } from './station'

const PAGE = '100'
const FRESH_MILLIS = 10 * 60_000

const snapshot = shallowRef<Snapshot | null>(null)
const failure = ref<unknown>(null)
const loading = ref(false)
let asking: Promise<void> | null = null

/**
 * All stations, the same for every page: at once as they were last known, and then as they are. How
 * far each is gets reckoned on the phone, so that where the person is never leaves it.
 */
export function useStations(): {
  snapshot: Ref<Snapshot | null>
  failure: Ref<unknown>
  loading: Ref<boolean>
  look: () => Promise<void>
} {
  void begin()
  const back = () => void look()
  addEventListener('online', back)
  onScopeDispose(() => removeEventListener('online', back))
  return { snapshot, failure, loading, look }
}

async function begin(): Promise<void> {
  snapshot.value ??= await readSnapshot()
  const age = Date.now() - (snapshot.value?.takenAt ?? 0)
  if (age < 0 || age > FRESH_MILLIS || failure.value !== null) await look()
}

function look(): Promise<void> {
  asking ??= ask().finally(() => (asking = null))
  return asking
}

async function ask(): Promise<void> {
  loading.value = true
  failure.value = null
  try {
    const stations: Station[] = []
    let cursor: string | null = null
    do {
      const query: { limit: string; cursor?: string } = { limit: PAGE }
      if (cursor !== null) query.cursor = cursor
      const { data } = await api.GET('/api/v1/stations', { params: { query } })
      stations.push(...((data?.items ?? []) as Station[]))
      cursor = data?.next ?? null
    } while (cursor !== null)
    snapshot.value = { stations, takenAt: Date.now() }
    await keepSnapshot(snapshot.value)
  } catch (problem) {
    failure.value = problem
  } finally {
    loading.value = false
  }
}
