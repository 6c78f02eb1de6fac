import { Problem, type FieldProblem } from '@nuanxin/api'
import { onScopeDispose, ref, type Ref } from 'vue'
import { answered } from '../home/affairs'
import type { Application } from '../home/application'
import { api, session } from '../session'
import { contentOf, correctedBody, type Correction } from './correction'
import type { Content } from './draft'
import { drafts } from './drafts'
import { keepLate } from './late'
import { currentConsent, findCommunity } from './lookups'
import { OPTIONAL } from './steps'

/** How sending a correction ended; `changed` where somebody else was faster. */
export type Corrected = 'sent' | 'changed' | 'wrong'

/** One application that was given back, and what is typed to correct it. */
export function useCorrection(id: string): {
  application: Ref<Application | null>
  content: Ref<Content | null>
  errors: Ref<FieldProblem[]>
  consentIsNew: Ref<boolean>
  look: (language: string) => Promise<void>
  change: (what: Partial<Content>) => void
  send: () => Promise<Corrected>
} {
  const owner = session.person.value?.id ?? ''
  const name = `${owner}/correct/${id}`
  const application = ref<Application | null>(null) as Ref<Application | null>
  const content = ref<Content | null>(null) as Ref<Content | null>
  const errors = ref<FieldProblem[]>([])
  const consentIsNew = ref(false)
  const gone = new AbortController()
  let etag = ''
  onScopeDispose(() => gone.abort())

  async function read(): Promise<Application> {
    const { data, response } = await api.GET('/api/v1/applications/{id}', {
      params: { path: { id } },
      signal: gone.signal,
    })
    const found = data as Application
    etag = response.headers.get('etag') ?? `"${found.version}"`
    return found
  }

  async function look(language: string): Promise<void> {
    const found = await read()
    if (found.state === 'RETURNED' && found.form !== null) {
      const [community, consent, kept] = await Promise.all([
        findCommunity(found.form.communityCode, gone.signal).catch(() => null),
        currentConsent(language, gone.signal),
        drafts.read<Correction>(name),
      ])
      consentIsNew.value = consent.version !== found.form.consentVersion
      // What was typed for an earlier return is not an answer to this one.
      const goesOn = kept !== null && kept.version === found.version
      content.value ??= goesOn ? kept.content : contentOf(found.form, community)
    }
    application.value = found
  }

  function change(what: Partial<Content>): void {
    if (content.value === null || application.value === null) return
    content.value = { ...content.value, ...what }
    errors.value = []
    const { version } = application.value
    const value: Correction = JSON.parse(JSON.stringify({ version, content: content.value }))
    void drafts.write(name, value)
  }

  async function send(): Promise<Corrected> {
    if (application.value === null || content.value === null) return 'wrong'
    try {
      const { data } = await api.PUT('/api/v1/applications/{id}', {
        params: { path: { id }, header: { 'If-Match': etag } },
        body: correctedBody(application.value, content.value),
      })
      return await sent(data as Application)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      errors.value = [...failure.errors]
      if (failure.errors.length > 0) return 'wrong'
      if (failure.status !== 412 && failure.kind !== 'not-returned') throw failure
      // Changed elsewhere; or our own correction arrived, and only its answer was lost.
      const now = await read()
      if (now.state !== 'RETURNED') {
        await keepLate(owner, { content: content.value, passed: OPTIONAL }, now.form)
        return sent(now)
      }
      application.value = now
      return 'changed'
    }
  }

  async function sent(now: Application): Promise<Corrected> {
    answered(now, content.value?.name ?? '')
    await drafts.remove(name)
    return 'sent'
  }

  return { application, content, errors, consentIsNew, look, change, send }
}
