import type { Page } from '@nuanxin/api'
import { api } from '../session'
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

/** One page of those who fit, newest members first. */
export async function searchMembers(
  criteria: Criteria,
  cursor: string | null,
): Promise<Page<MemberItem>> {
  const { data } = await api.POST('/api/v1/members/search', { body: bodyOf(criteria, cursor) })
  return data as Page<MemberItem>
}

export async function readMember(id: string): Promise<Member> {
  const { data } = await api.GET('/api/v1/members/{id}', { params: { path: { id } } })
  return data as Member
}

/** Everything in plain; written down with the purpose before it is shown. */
export async function disclose(id: string, purpose: string): Promise<Disclosure> {
  const { data } = await api.POST('/api/v1/members/{id}/disclosure', {
    params: { path: { id } },
    body: { purpose },
  })
  return data as Disclosure
}

/** Gives the member a number; whoever else has it loses it. Written down with the purpose. */
export async function linkPhone(id: string, phone: string, purpose: string): Promise<PhoneLinked> {
  const { data } = await api.PUT('/api/v1/members/{id}/phone', {
    params: { path: { id } },
    body: { phone, purpose },
  })
  return data as PhoneLinked
}

/** Takes the member's number away, so that its new holder can apply. Written down likewise. */
export async function unlinkPhone(id: string, purpose: string): Promise<PhoneLinked> {
  const { data } = await api.POST('/api/v1/members/{id}/phone/unlink', {
    params: { path: { id } },
    body: { purpose },
  })
  return data as PhoneLinked
}

export async function readTimeline(id: string): Promise<TimelineItem[]> {
  const { data } = await api.GET('/api/v1/members/{id}/timeline', { params: { path: { id } } })
  return (data as Page<TimelineItem>).items
}

export async function readGrants(id: string): Promise<Grant[]> {
  const { data } = await api.GET('/api/v1/members/{id}/grants', { params: { path: { id } } })
  return (data as Page<Grant>).items
}

export async function readMessages(id: string): Promise<Message[]> {
  const { data } = await api.GET('/api/v1/members/{id}/messages', { params: { path: { id } } })
  return (data as Page<Message>).items
}
