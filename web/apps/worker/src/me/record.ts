import { type components, Problem } from '@nuanxin/api'
import { api } from '../session'

type RecordView = components['schemas']['RecordView']
type Entry = components['schemas']['Entry']

/** What is stored about the person signed in. The document leaves open what is null; this says it. */
export type OwnRecord = { [Name in keyof RecordView]: RecordView[Name] | null }

/** Somebody of the staff looked at the record. */
export type Look = Required<Omit<Entry, 'purpose'>> & { purpose?: string | null }

/** Null for somebody who has not applied. */
export async function ownRecord(): Promise<OwnRecord | null> {
  return orNull(() => api.GET('/api/v1/me/record'))
}

/** Newest first; null where there is no record to look at. */
export async function looks(): Promise<Look[] | null> {
  const page = await orNull(() => api.GET('/api/v1/me/access-log'))
  return page === null ? null : ((page.items ?? []) as Look[])
}

/** Leaves the union. */
export async function leave(): Promise<void> {
  await api.POST('/api/v1/me/leave')
}

async function orNull<T>(ask: () => Promise<{ data?: T }>): Promise<T | null> {
  try {
    return (await ask()).data ?? null
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return null
    throw problem
  }
}
