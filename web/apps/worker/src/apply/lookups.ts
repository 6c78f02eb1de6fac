import type { components, Told } from '@nuanxin/api'
import { api } from '../session'
import { communityOf, type Community } from './draft'

/** The union that an application would go to, and why. */
export type UnionAhead = Told<components['schemas']['AssignedUnion']>

type Routing = components['schemas']['RoutingRequest']

const MOST_COMMUNITIES = 20
const MOST_ENTERPRISES = 6

export async function findCommunities(q: string, signal: AbortSignal): Promise<Community[]> {
  const { data } = await api.GET('/api/v1/communities', {
    params: { query: { q, limit: MOST_COMMUNITIES } },
    signal,
  })
  return (data?.items ?? []).map(communityOf)
}

/** One community by its code; null where it is unknown. */
export async function findCommunity(code: string, signal: AbortSignal): Promise<Community | null> {
  const found = await findCommunities(code, signal)
  return found.find((community) => community.code === code) ?? null
}

/** Registered names of key enterprises, which have a union of their own. */
export async function findEnterprises(q: string, signal: AbortSignal): Promise<string[]> {
  const { data } = await api.GET('/api/v1/unions', {
    params: { query: { route: 'KEY_ENTERPRISE', q, limit: MOST_ENTERPRISES } },
    headers: { 'accept-language': 'zh-CN' },
    signal,
  })
  // Without the employer's name: its union is called by it.
  return (data?.items ?? []).map(({ name = '', employer }) => employer ?? name.replace(/工会$/, ''))
}

export async function unionAhead(
  routing: Routing,
  language: string,
  signal: AbortSignal,
): Promise<UnionAhead> {
  const { data } = await api.POST('/api/v1/routing', {
    params: { header: { 'Accept-Language': language } },
    body: routing,
    signal,
  })
  return data?.union as UnionAhead
}

/** The consent that an application names. */
export type Consent = Told<Pick<components['schemas']['ConsentView'], 'version' | 'text'>>

export async function currentConsent(language: string, signal: AbortSignal): Promise<Consent> {
  const { data } = await api.GET('/api/v1/consents/current', {
    params: { query: { language } },
    signal,
  })
  return { version: data?.version ?? '', text: data?.text ?? '' }
}
