import { follow, type StreamState } from '@nuanxin/api'
import { onScopeDispose, ref, type Ref } from 'vue'
import { spoken } from '../language'
import { api, session } from '../session'
import { merge, type TimelineItem } from './timeline'

/**
 * The timeline of the person signed in, live for as long as the page is there.
 *
 * @param told is told of each item that the stream brings
 */
export function useTimeline(told: (item: TimelineItem) => void): {
  items: Ref<TimelineItem[] | null>
  state: Ref<StreamState>
  /** When something was heard last. */
  heardAt: Ref<Date | null>
  failure: Ref<unknown>
  look: () => Promise<void>
} {
  const items = ref(null) as Ref<TimelineItem[] | null>
  const state = ref<StreamState>('connecting')
  const heardAt = ref<Date | null>(null)
  const failure = ref<unknown>(null)
  const gone = new AbortController()
  onScopeDispose(() => gone.abort())

  function take(news: readonly TimelineItem[]): void {
    items.value = merge(items.value ?? [], news)
    heardAt.value = new Date()
    failure.value = null
  }

  // Of each look under way, what the stream has told since it began: an answer that took longer
  // may be of before that.
  const looks = new Set<Set<string>>()

  async function look(): Promise<void> {
    const toldSince = new Set<string>()
    looks.add(toldSince)
    try {
      const { data } = await api.GET('/api/v1/me/timeline', { signal: gone.signal })
      const found = (data?.items ?? []) as TimelineItem[]
      take(found.filter((item) => !toldSince.has(item.id)))
    } catch (problem) {
      if (!gone.signal.aborted) failure.value = problem
    } finally {
      looks.delete(toldSince)
    }
  }

  void look()
  const listener = {
    item({ data }: { data: TimelineItem }) {
      for (const toldSince of looks) toldSince.add(data.id)
      take([data])
      told(data)
    },
    state(now: StreamState) {
      if (now === 'live' || state.value === 'live') heardAt.value = new Date()
      state.value = now
    },
  }
  let stream = new AbortController()

  function begin(): void {
    stream.abort()
    stream = new AbortController()
    const signal = AbortSignal.any([gone.signal, stream.signal])
    // It ends with the page, or with the session, which the app shows by itself.
    follow<TimelineItem>('/api/v1/me/timeline/stream', session, listener, signal, spoken).catch(
      () => {
        if (!signal.aborted) state.value = 'waiting'
      },
    )
  }

  // A connection from before the tunnel may look alive for long after it.
  const lost = () => listener.state('waiting')
  addEventListener('offline', lost)
  addEventListener('online', begin)
  onScopeDispose(() => {
    removeEventListener('offline', lost)
    removeEventListener('online', begin)
  })
  begin()
  return { items, state, heardAt, failure, look }
}
