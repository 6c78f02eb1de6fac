import { usePages } from '../live/usePages'
import { type BacklogItem, readBacklog } from './benefitCalls'

/** Grants that are not the member's, by state and programme, page after page. */
export const useBacklog = () =>
  usePages<{ state: string; programme: string }, BacklogItem>(
    { state: 'WAITING', programme: '' },
    readBacklog,
  )
