import { onScopeDispose, ref, type Ref } from 'vue'
import { latestForm } from '../home/affairs'
import { session } from '../session'
import { contentOf } from './correction'
import { changed, newDraft, type Content, type Draft } from './draft'
import { drafts } from './drafts'
import { findCommunity } from './lookups'

/** The draft of the person signed in, kept at every change. */
export function useDraft(): {
  draft: Ref<Draft | null>
  change: (what: Partial<Content>) => void
  save: (next: Draft, surely?: boolean) => Promise<void>
  remove: () => Promise<void>
} {
  const owner = session.person.value?.id ?? ''
  const draft = ref<Draft | null>(null) as Ref<Draft | null>
  const newKey = () => crypto.randomUUID()

  async function load(): Promise<void> {
    const kept = await drafts.read<Draft>(owner)
    draft.value ??= kept ?? (await begun())
  }

  /** Who has applied before has told all of it once already; only the consent is given anew. */
  async function begun(): Promise<Draft> {
    const form = await latestForm().catch(() => null)
    if (form === null) return newDraft('', newKey())
    const community = await findCommunity(form.communityCode, gone.signal).catch(() => null)
    const content = { ...contentOf(form, community), consentVersion: null }
    return { ...newDraft(form.phone, newKey()), content, passed: ['platforms', 'employer'] }
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

  const gone = new AbortController()
  onScopeDispose(() => gone.abort())
  void load()
  return { draft, change, save, remove: () => drafts.remove(owner) }
}

/** The database takes no proxies. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
