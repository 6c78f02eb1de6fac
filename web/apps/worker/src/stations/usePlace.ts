import { ref, type Ref } from 'vue'
import type { Place } from './walking'

/** Whether the phone says where it is. */
export type PlaceState = 'unasked' | 'asking' | 'known' | 'refused' | 'unavailable'

const PATIENCE_MILLIS = 10_000
const OLD_ENOUGH_MILLIS = 60_000

// In memory only, and never sent: where a person is concerns nobody else.
const place = ref<Place | null>(null)
const state = ref<PlaceState>('unasked')
const district = ref('')
const community = ref('')

/** Where the person is, or where they say that they are. */
export function usePlace(): {
  place: Ref<Place | null>
  state: Ref<PlaceState>
  district: Ref<string>
  community: Ref<string>
  locate: () => void
} {
  if (state.value === 'unasked') void askIfAllowed()
  return { place, state, district, community, locate }
}

/** Asks by itself only where the person has said yes before: a question out of the blue gets a no. */
async function askIfAllowed(): Promise<void> {
  const answer = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null)
  if (answer?.state === 'granted') locate()
  if (answer?.state === 'denied') state.value = 'refused'
}

function locate(): void {
  if (state.value === 'asking') return
  if (!('geolocation' in navigator)) {
    state.value = 'unavailable'
    return
  }
  state.value = 'asking'
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      place.value = { longitude: coords.longitude, latitude: coords.latitude }
      state.value = 'known'
    },
    (failure) => {
      state.value = failure.code === failure.PERMISSION_DENIED ? 'refused' : 'unavailable'
    },
    { timeout: PATIENCE_MILLIS, maximumAge: OLD_ENOUGH_MILLIS },
  )
}
