import { api } from '../session'
import type { Page } from '../review/types'
import { bodyOf, type Criteria } from './search'
import type {
  Disclosure,
  Grant,
  Member,
  MemberItem,
  Message,
  PhoneLinked,
  TimelineItem,
} from './types'

/** Calls that the types made from the joined API do not have yet. */
interface Untyped {
  GET(path: string, init: unknown): Promise<{ data?: unknown }>
  POST(path: string, init: unknown): Promise<{ data?: unknown }>
  PUT(path: string, init: unknown): Promise<{ data?: unknown }>
}
const open = api as unknown as Untyped

/** One page of those who fit, newest members first. */
export async function searchMembers(
  criteria: Criteria,
  cursor: string | null,
): Promise<Page<MemberItem>> {
  const { data } = await open.POST('/api/v1/members/search', { body: bodyOf(criteria, cursor) })
  return data as Page<MemberItem>
}

export async function readMember(id: string): Promise<Member> {
  const { data } = await api.GET('/api/v1/members/{id}', { params: { path: { id } } })
  return data as unknown as Member
}

/** Everything in plain; written down with the purpose before it is shown. */
export async function disclose(id: string, purpose: string): Promise<Disclosure> {
  const { data } = await open.POST('/api/v1/members/{id}/disclosure', {
    params: { path: { id } },
    body: { purpose },
  })
  return data as Disclosure
}

/** Gives the member a number; whoever else has it loses it. Written down with the purpose. */
export async function linkPhone(id: string, phone: string, purpose: string): Promise<PhoneLinked> {
  const { data } = await open.PUT('/api/v1/members/{id}/phone', {
    params: { path: { id } },
    body: { phone, purpose },
  })
  return data as PhoneLinked
}

/** Takes the member's number away, so that its new holder can apply. Written down likewise. */
export async function unlinkPhone(id: string, purpose: string): Promise<PhoneLinked> {
  const { data } = await open.POST('/api/v1/members/{id}/phone/unlink', {
    params: { path: { id } },
    body: { purpose },
  })
  return data as PhoneLinked
}

export const readTimeline = (id: string) => readList<TimelineItem>(id, 'timeline')
export const readGrants = (id: string) => readList<Grant>(id, 'grants')
export const readMessages = (id: string) => readList<Message>(id, 'messages')

async function readList<T>(id: string, what: string): Promise<T[]> {
  const { data } = await open.GET(`/api/v1/members/{id}/${what}`, { params: { path: { id } } })
  return (data as Page<T>).items
}
