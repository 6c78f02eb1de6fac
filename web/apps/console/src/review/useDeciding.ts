import { computed, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { About, Decision, Verdict } from './decision'
import { decisions } from './onTheWay'
import { prepareToLeave } from './reviewCalls'
import type { Application, QueueItem } from './types'

interface Screen {
  /** Of the application that is looked at; empty for none. */
  id: Readonly<Ref<string>>
  listed: Readonly<Ref<readonly QueueItem[]>>
  /** Ids of what is listed still, but decided by others. */
  gone: Readonly<Ref<ReadonlySet<string>>>
  application: Readonly<Ref<Application | null>>
  /** Opens another, or none. */
  show: (id: string, focus?: boolean) => Promise<void>
}

/** What is decided about, be it in the list or opened by its address. */
interface Subject {
  id: string
  version: number
  name: string
  about: About
  isOpen: boolean
}

/** The most that are approved in one go; more could not be looked over, nor go with the page. */
export const MOST_AT_ONCE = 100

/** Moving through the queue, selecting, deciding and taking back. */
export function useDeciding({ id, listed, gone, application, show }: Screen) {
  const { t } = useI18n()
  const selected = shallowRef<ReadonlySet<string>>(new Set())
  /** What was done last, for those who do not see it. */
  const said = shallowRef('')
  /** Why nothing was done, for everybody. */
  const refused = shallowRef('')
  // Where the reviewer was, should what they looked at leave the list.
  let place = 0

  const open = computed(() =>
    listed.value.filter((item) => item.state === 'IN_REVIEW' && !gone.value.has(item.id)),
  )
  const chosen = computed(() => open.value.filter((item) => selected.value.has(item.id)))
  const index = computed(() => listed.value.findIndex((item) => item.id === id.value))
  watch([id, () => application.value?.id], () => (refused.value = ''))
  watch(index, (now) => {
    if (now >= 0) place = now
  })

  function current(): Subject | null {
    const item = listed.value[index.value]
    if (item !== undefined) return { ...item, about: item, isOpen: open.value.includes(item) }
    const read = application.value
    if (read === null || read.id !== id.value) return null
    return {
      id: read.id,
      version: read.version,
      name: read.form?.name ?? read.id,
      about: {
        occupation: read.form?.occupation ?? null,
        employer: read.form?.employer?.name ?? null,
        dueAt: read.dueAt,
        phone: read.form?.phone ?? '',
      },
      isOpen: read.state === 'IN_REVIEW' && !decisions.hidden.value.has(read.id),
    }
  }

  function move(by: 1 | -1): void {
    const from = index.value >= 0 ? index.value + by : id.value === '' ? 0 : place
    const next = listed.value[Math.max(0, Math.min(from, listed.value.length - 1))]
    if (next !== undefined) void show(next.id)
  }

  function decide(verdict: Verdict, body: Decision['body']): void {
    const subject = current()
    // Even if another was faster meanwhile: the server's answer says who and when.
    if (subject === null) return
    const { id: decided, version, name, about } = subject
    const next = listed.value[index.value + 1] ?? listed.value[index.value - 1]
    unselect([decided])
    start({ id: decided, version, name, about: aboutOf(about), verdict, body })
    said.value = t('review.said.decided', { what: t(`review.pending.${verdict}`, { name }) })
    void show(next?.id ?? '')
  }

  /** Approves what is selected, or else what is looked at. */
  function approve(): void {
    const many = chosen.value
    if (many.length === 0) {
      approveCurrent()
      return
    }
    const isCurrent = many.some((item) => item.id === id.value)
    const rest = listed.value.filter((item) => !selected.value.has(item.id))
    start(
      ...many.map((item): Decision => {
        const { id, version, name } = item
        return { id, version, name, about: aboutOf(item), verdict: 'approve', body: {} }
      }),
    )
    selected.value = new Set()
    said.value = t('review.said.many', { count: many.length })
    if (isCurrent) void show(rest[Math.min(place, rest.length - 1)]?.id ?? '')
  }

  function approveCurrent(): void {
    if (mayDecideNow()) decide('approve', {})
  }

  /** Nobody decides about what they have not seen; why not is said. */
  function mayDecideNow(): boolean {
    const isSeen = id.value === '' || application.value?.id === id.value
    refused.value = isSeen ? '' : t('review.said.notSeen')
    return isSeen && (current()?.isOpen ?? false)
  }

  function start(...made: Decision[]): void {
    void prepareToLeave()
    decisions.decide(...made)
  }

  function toggle(which: string): void {
    if (!open.value.some((item) => item.id === which)) return
    const isFull = chosen.value.length >= MOST_AT_ONCE && !selected.value.has(which)
    refused.value = isFull ? t('review.said.atMost', { count: MOST_AT_ONCE }) : ''
    if (isFull) return
    const now = new Set(selected.value)
    if (!now.delete(which)) now.add(which)
    selected.value = now
  }

  function selectAll(): void {
    selected.value = new Set(open.value.slice(0, MOST_AT_ONCE).map((item) => item.id))
  }

  function unselect(ids: readonly string[]): void {
    selected.value = new Set([...selected.value].filter((each) => !ids.includes(each)))
  }

  return {
    selected,
    chosen,
    said,
    refused,
    current,
    mayDecideNow,
    move,
    decide,
    approve,
    approveCurrent,
    toggle,
    selectAll,
  }
}

function aboutOf({ occupation, employer, dueAt, phone }: About): About {
  return { occupation, employer, dueAt, phone: phone.slice(-4) }
}
