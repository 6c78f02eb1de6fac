import type { Client } from 'openapi-fetch'
import { api } from '../session'
import type { Occupation } from '../home/application'
import type { Community } from './draft'

/** The union that an application would go to, and why. */
export interface UnionAhead {
  name: string
  route: string
  reason: string
}

interface Routing {
  occupation: Occupation
  employer: { name: string } | null
  communityCode: string
}

/** A call that the document of the API does not hold yet. */
interface RoutingPaths {
  '/api/v1/routing': {
    post: {
      parameters: { header?: { 'Accept-Language'?: string } }
      requestBody: { content: { 'application/json': Routing } }
      responses: { 200: { content: { 'application/json': { union: UnionAhead } } } }
    }
  }
}

const MOST_COMMUNITIES = 20
const MOST_ENTERPRISES = 6

export async function findCommunities(q: string, signal: AbortSignal): Promise<Community[]> {
  const { data } = await api.GET('/api/v1/communities', {
    params: { query: { q, limit: MOST_COMMUNITIES } },
    signal,
  })
  return (data?.items ?? []).map(({ code = '', name = '', district = '' }) => ({
    code,
    name,
    district,
  }))
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
  const unions = (data?.items ?? []) as { name?: string; employer?: string | null }[]
  // Without the employer's name: its union is called by it.
  return unions.map(({ name = '', employer }) => employer ?? name.replace(/工会$/, ''))
}

/** @throws Problem 404 where this service does not tell ahead */
export async function unionAhead(
  routing: Routing,
  language: string,
  signal: AbortSignal,
): Promise<UnionAhead> {
  const client = api as unknown as Client<RoutingPaths>
  const { data } = await client.POST('/api/v1/routing', {
    params: { header: { 'Accept-Language': language } },
    body: routing,
    signal,
  })
  return data!.union
}

/** The consent that an application names. */
export interface Consent {
  version: string
  text: string
}

export async function currentConsent(language: string, signal: AbortSignal): Promise<Consent> {
  const { data } = await api.GET('/api/v1/consents/current', {
    params: { query: { language } },
    signal,
  })
  return { version: data?.version ?? '', text: data?.text ?? '' }
}
