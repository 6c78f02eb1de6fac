import { shallowRef } from 'vue'
import { usePages } from '../live/usePages'
import { type Filters, type Letter, type Letters, readLetters } from './letter'

/** Dead letters by state and member, page after page, and which services' letters are missing. */
export function useLetters() {
  const unavailable = shallowRef<string[]>([])
  const pages = usePages<Filters, Letter, Letters>(
    { state: 'OPEN', memberId: '' },
    readLetters,
    (page, isFirst) => {
      const before = isFirst ? [] : unavailable.value
      unavailable.value = [...new Set([...before, ...(page.unavailable ?? [])])]
    },
  )
  return { ...pages, unavailable }
}
