import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import { computed, onUnmounted, watch, type Ref } from 'vue'
import type { Filters } from './filters'
import { decided, decisions } from './onTheWay'
import { createQueue } from './queue'
import { readQueue } from './reviewCalls'

const REFRESH_MILLIS = 8_000
// With fewer than a screen there is no scrolling, which would ask for more.
const SCREEN = 20

/** The queue under the filters, without what this reviewer has just decided, kept up to date. */
export function useReviewList(filters: Ref<Filters>, inView: () => string[]) {
  const queue = createQueue()
  const visibility = useDocumentVisibility()

  const listed = computed(() =>
    queue.items.value.filter(
      (item) =>
        !decisions.hidden.value.has(item.id) &&
        (item.state !== 'IN_REVIEW' || item.version > (decided.get(item.id) ?? -1)),
    ),
  )

  function open(): void {
    const wanted = filters.value
    void queue.open((cursor) => readQueue(wanted, cursor))
  }
  watch(() => JSON.stringify(filters.value), open, { immediate: true })

  function more(): void {
    if (queue.opened.value && queue.failure.value === null) void queue.more()
  }
  watch([() => listed.value.length, queue.reading], ([count]) => {
    if (count < SCREEN) more()
  })

  function refresh(): void {
    if (visibility.value === 'visible' && queue.opened.value) void queue.refresh(inView())
  }
  useIntervalFn(refresh, REFRESH_MILLIS)
  watch(visibility, refresh)
  onUnmounted(queue.clear)

  return { queue, listed, open, more }
}
