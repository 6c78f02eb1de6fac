import { computed, type ComputedRef } from 'vue'
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router'
import { FACILITIES, type Facility, type Kind, KINDS } from './station'

/** What of a list of stations a person wants to see. */
export interface Filters {
  kind: Kind | null
  facilities: readonly Facility[]
  openNow: boolean
}

/** The filters as the address says, so that they are still there on the way back from a station. */
export function useFilters(): ComputedRef<Filters> {
  const route = useRoute()
  return computed(() => {
    const wanted = [route.query.facility].flat()
    return {
      kind: KINDS.find((kind) => kind === route.query.kind) ?? null,
      facilities: FACILITIES.filter((facility) => wanted.includes(facility)),
      openNow: route.query.open === '1',
    }
  })
}

/** Changes the filters. */
export function useFilterChange(): (filters: Filters) => void {
  const router = useRouter()
  return ({ kind, facilities, openNow }) => {
    const query: LocationQueryRaw = {}
    if (kind !== null) query.kind = kind
    if (facilities.length > 0) query.facility = [...facilities]
    if (openNow) query.open = '1'
    void router.replace({ path: '/stations', query })
  }
}
