import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { forgetLate, markLateSeen, readLate, tooLate } from '../apply/late'
import type { Content } from '../apply/draft'
import { session } from '../session'
import { latestForm, standing } from './affairs'

/** What the person typed and the union did not receive; empty where it has received all. */
export function useLate(): {
  fields: Ref<string[]>
  content: Ref<Content | null>
  /** Why it cannot be told what the union has received; null where it can. */
  failure: Ref<unknown>
  look: () => Promise<void>
  seen: () => Promise<void>
} {
  const owner = session.person.value?.id ?? ''
  const fields = ref<string[]>([])
  const content = ref<Content | null>(null)
  const failure = ref<unknown>(null)

  async function look(): Promise<void> {
    const late = await readLate(owner)
    if (late === null || late.seen) {
      fields.value = []
      failure.value = null
      return
    }
    try {
      const form = await latestForm()
      content.value = late.content
      fields.value = form === null ? [] : tooLate(form, late)
      failure.value = null
      if (form !== null && fields.value.length === 0) await forgetLate(owner)
    } catch (problem) {
      failure.value = problem
    }
  }

  async function seen(): Promise<void> {
    fields.value = []
    await markLateSeen(owner)
  }

  const again = () => void look()
  // A correction may have brought it after all.
  watch(() => standing.value?.kind, again, { immediate: true })
  addEventListener('online', again)
  onScopeDispose(() => removeEventListener('online', again))
  return { fields, content, failure, look, seen }
}
