import { onScopeDispose, ref, type Ref } from 'vue'
import { latestForm, standing } from '../home/affairs'
import type { ApplicationBody } from '../home/application'
import { session } from '../session'
import { contentOf } from './correction'
import { changed, isBlank, newDraft, type Content, type Draft } from './draft'
import { drafts } from './drafts'
import { keepLate, readLate, withLate } from './late'
import { findCommunity } from './lookups'

/** The draft of the person signed in, kept at every change. */
export function useDraft(): {
  draft: Ref<Draft | null>
  change: (what: Partial<Content>) => void
  save: (next: Draft, surely?: boolean) => Promise<void>
  over: (received: ApplicationBody | null) => Promise<void>
} {
  const owner = session.person.value?.id ?? ''
  const draft = ref<Draft | null>(null) as Ref<Draft | null>
  const newKey = () => crypto.randomUUID()

  async function load(): Promise<void> {
    const first = (await drafts.read<Draft>(owner)) ?? newDraft('', newKey())
    const hasApplied = standing.value !== null && standing.value.kind !== 'none'
    // A first application waits for nothing; one after another begins with what that one held.
    if (!isBlank(first) || !hasApplied) draft.value ??= first
    if (!isBlank(first)) return
    const earlier = await told().catch(() => null)
    const now = draft.value ?? first
    draft.value = earlier !== null && isBlank(now) ? begunWith(earlier, now) : now
  }

  /** What the person has told last, of an earlier application; null where there is none. */
  async function told(): Promise<Content | null> {
    const form = await latestForm()
    if (form === null) return null
    const community = await findCommunity(form.communityCode, gone.signal).catch(() => null)
    const earlier = contentOf(form, community)
    const late = await readLate(owner)
    return late === null ? earlier : withLate(earlier, form, late)
  }

  async function save(next: Draft, surely = false): Promise<void> {
    draft.value = next
    // Signed out meanwhile: then it is not to be kept any more.
    if (session.person.value?.id !== owner) return
    await drafts.write(owner, plain(next), surely)
  }

  function change(what: Partial<Content>): void {
    if (draft.value === null) return
    const next = changed(draft.value, plain(what), newKey)
    if (next !== draft.value) void save(next)
  }

  /**
   * The draft is over, for the union has received an application; what was typed since then is kept.
   *
   * @param received null where it is not known here what was received
   */
  async function over(received: ApplicationBody | null): Promise<void> {
    // Not of this page: another may have taken it further meanwhile.
    const last = await drafts.read<Draft>(owner)
    if (last !== null && !isBlank(last)) await keepLate(owner, last, received)
    await drafts.remove(owner)
  }

  const gone = new AbortController()
  onScopeDispose(() => gone.abort())
  void load()
  return { draft, change, save, over }
}

/** Who has applied before has told all of it once already; only the consent is given anew. */
function begunWith(earlier: Content, blank: Draft): Draft {
  const { phone } = blank.content
  return {
    ...blank,
    content: { ...earlier, phone: phone || earlier.phone, consentVersion: null },
    askPhone: blank.askPhone && phone !== '',
    passed: ['platforms', 'employer'],
  }
}

/** The database takes no proxies. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
