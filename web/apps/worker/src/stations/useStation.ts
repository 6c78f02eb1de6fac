import { computed, ref, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import { api } from '../session'
import type { Station } from './station'
import { useStations } from './useStations'

/** One station: at once as the last snapshot has it, and then as it is. */
export function useStation(id: MaybeRefOrGetter<string>): {
  station: Ref<Station | null>
  failure: Ref<unknown>
  /** Whether it is only as the snapshot has it, since nobody could be asked. */
  isOld: Ref<boolean>
  look: () => Promise<void>
} {
  const { snapshot } = useStations()
  const asked = shallowRef<Station | null>(null)
  const failure = ref<unknown>(null)
  const kept = computed(
    () => snapshot.value?.stations.find((each) => each.id === toValue(id)) ?? null,
  )

  async function look(): Promise<void> {
    const wanted = toValue(id)
    failure.value = null
    try {
      const { data } = await api.GET('/api/v1/stations/{id}', { params: { path: { id: wanted } } })
      if (toValue(id) === wanted) asked.value = (data as Station | undefined) ?? null
    } catch (problem) {
      if (toValue(id) === wanted) failure.value = problem
    }
  }

  watch(
    () => toValue(id),
    () => {
      asked.value = null
      void look()
    },
    { immediate: true },
  )
  const isOld = computed(() => asked.value === null && failure.value !== null)
  return { station: computed(() => asked.value ?? kept.value), failure, isOld, look }
}
