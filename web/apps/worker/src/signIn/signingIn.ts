import { Problem } from '@nuanxin/api'
import { drafts } from '../apply/drafts'
import { changed, newDraft, type Draft } from '../apply/draft'
import { api } from '../session'
import { isExpired, type Sent } from './code'

const KEPT = 'signing-in'

/** Asks for a code. */
export async function askForCode(phone: string): Promise<Sent> {
  const { data } = await api.POST('/api/v1/auth/otp', { body: { phone } })
  const sent = { phone, at: Date.now(), expiresInSeconds: data?.expiresInSeconds ?? 300, wrong: 0 }
  await keepSent(sent)
  return sent
}

/** Looking for the message often ends this page on a small phone; so the code's page survives it. */
export function keepSent(sent: Sent): Promise<void> {
  return drafts.write(KEPT, sent)
}

/** The code that is waited for; null when there is none, or it is too old. */
export async function keptSent(): Promise<Sent | null> {
  const sent = await drafts.read<Sent>(KEPT)
  if (sent === null || !isExpired(sent, Date.now())) return sent
  await drafts.remove(KEPT)
  return null
}

/** Ends the wait, and begins the person's draft with the number they have just shown to be theirs. */
export async function signedIn(person: string, phone: string): Promise<void> {
  await drafts.remove(KEPT)
  const newKey = () => crypto.randomUUID()
  const draft = await drafts.read<Draft>(person)
  await drafts.write(
    person,
    draft === null ? newDraft(phone, newKey()) : changed(draft, { phone }, newKey),
  )
}

/** Whether the phone had its codes for now, and in how many minutes there is another. */
export function minutesUntilNextCode(failure: unknown): number | null {
  return failure instanceof Problem && failure.kind === 'too-many-codes'
    ? Math.max(1, Math.ceil((failure.retryAfter ?? 60) / 60))
    : null
}
