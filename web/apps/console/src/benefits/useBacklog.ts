import { usePages } from '../live/usePages'
import { type BacklogFilters, type BacklogItem, readBacklog } from './benefitCalls'

/** Grants that are not the member's, by state and programme, page after page. */
export const useBacklog = () =>
  usePages<BacklogFilters, BacklogItem>({ state: 'WAITING', programme: '' }, readBacklog)
