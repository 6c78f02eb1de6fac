import { type components, Problem, type Told } from '@nuanxin/api'
import { surely } from '../consequence'
import type { Membership } from '../home/application'
import { isMember } from '../home/standing'
import { api } from '../session'

type Schemas = components['schemas']
type RecordView = Schemas['RecordView']

/** What is stored about the person signed in: any of it may be missing. */
export type OwnRecord = Partial<Told<RecordView, keyof RecordView>>

/** Somebody of the staff looked at the record, or changed the phone. */
export type Look = Told<Schemas['Entry'], 'purpose'>

/** Null for somebody who has not applied. */
export async function ownRecord(): Promise<OwnRecord | null> {
  return (await orNull(() => api.GET('/api/v1/me/record'))) as OwnRecord | null
}

/** Newest first; null where there is no record to look at. */
export async function looks(): Promise<Look[] | null> {
  const page = await orNull(() => api.GET('/api/v1/me/access-log'))
  return page === null ? null : ((page.items ?? []) as Look[])
}

/**
 * Leaves the union, once however often it is asked for.
 *
 * @throws Problem when the person is still a member
 * @throws NotKnown when that cannot be told
 */
export function leave(): Promise<void> {
  return surely(
    async () => void (await api.POST('/api/v1/me/leave')),
    'not-a-member',
    async () => {
      const own = await orNull(() => api.GET('/api/v1/me'))
      return own === null || !isMember(own as Membership)
    },
  )
}

async function orNull<T>(ask: () => Promise<{ data?: T }>): Promise<T | null> {
  try {
    return (await ask()).data ?? null
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return null
    throw problem
  }
}
