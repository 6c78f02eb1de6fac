import { shallowRef, watch } from 'vue'
import { session } from '../session'
import { type Criteria, criteriaOf } from './search'

/** The last search, in memory only, and forgotten with the session. */
export const lastSearch = shallowRef<Criteria>(criteriaOf({}))

watch(session.person, (person) => {
  if (person === null) lastSearch.value = criteriaOf({})
})
