import { type components, type Page, Problem, type Told } from '@nuanxin/api'
import { api, session } from '../session'
import type { Decision, Outcome, Send } from './decision'
import type { Filters } from './filters'
import { parametersOf } from './filters'
import type { Application, QueueItem, Union } from './types'

const PAGE = 100

/** One page of the queue. */
export async function readQueue(filters: Filters, cursor: string | null): Promise<Page<QueueItem>> {
  const query = {
    ...parametersOf(filters, Date.now()),
    limit: PAGE,
    ...(cursor === null ? {} : { cursor }),
  }
  const { data } = await api.GET('/api/v1/review/applications', { params: { query } })
  return data as Page<QueueItem>
}

/** One application in full; the look is written down by the server. */
export async function readApplication(id: string, signal?: AbortSignal): Promise<Application> {
  const { data } = await api.GET('/api/v1/applications/{id}', {
    params: { path: { id } },
    ...(signal === undefined ? {} : { signal }),
  })
  return data as Application
}

/** Unions by route or by part of the name. */
export async function readUnions(
  query: { route?: 'KEY_ENTERPRISE' | 'INDUSTRY' | 'COMMUNITY'; q?: string; limit?: number },
  language: string,
): Promise<Union[]> {
  const { data } = await api.GET('/api/v1/unions', {
    params: { query, header: { 'Accept-Language': language } },
  })
  return (data as Page<Union>).items
}

const communities = new Map<string, string>()

/** The name of a community; its code where there is none by it. */
export async function communityName(code: string): Promise<string> {
  const known = communities.get(code)
  if (known !== undefined) return known
  const { data } = await api.GET('/api/v1/communities', { params: { query: { q: code } } })
  const { items } = data as Page<Told<components['schemas']['CommunityView']>>
  const found = items.find((each) => each.code === code)
  const name =
    found === undefined ? code : [found.districtName, found.name].filter(Boolean).join(' ')
  communities.set(code, name)
  return name
}

// Of the last time that somebody decided: good for at least the time in which it can be undone.
let token: string | null = null

/** Makes sure that a decision can be sent in the moment in which the page goes. */
export async function prepareToLeave(): Promise<void> {
  token = await session.current().catch(() => token)
}

/** Sends a decision and says what became of it. */
export const sendDecision: Send = async (decision, leaving) => {
  try {
    if (leaving) await sendLeaving(decision)
    else await sendNow(decision)
    return { kind: 'done' }
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 409) return conflict(decision, failure)
    return { kind: 'failed', failure }
  }
}

async function sendNow({ id, verdict, body }: Decision): Promise<void> {
  const params = { path: { id } }
  if (verdict === 'approve') {
    await api.POST('/api/v1/review/applications/{id}/approve', { params, body })
  } else if (verdict === 'return') {
    await api.POST('/api/v1/review/applications/{id}/return', { params, body })
  } else {
    await api.POST('/api/v1/review/applications/{id}/reject', { params, body })
  }
}

/** Outlives the page; nothing may be waited for before it is on its way. */
async function sendLeaving({ id, verdict, body }: Decision): Promise<void> {
  const answer = await fetch(`/api/v1/review/applications/${encodeURIComponent(id)}/${verdict}`, {
    method: 'POST',
    keepalive: true,
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Problem(0, 'no-answer')
  })
  if (!answer.ok) throw await problemIn(answer)
}

async function problemIn(answer: Response): Promise<Problem> {
  const details = (await answer.json().catch(() => ({}))) as Record<string, unknown>
  const kind =
    String(details.type ?? '')
      .split('/')
      .pop() ?? ''
  return new Problem(answer.status, kind, [], null, details)
}

const ACTIONS = { approve: 'APPROVED', return: 'RETURNED', reject: 'REJECTED' } as const

async function conflict(decision: Decision, problem: Problem): Promise<Outcome> {
  if (problem.kind === 'returned-too-often') return { kind: 'failed', failure: problem }
  const { decidedBy, decidedAt, decision: action } = problem.details
  const found =
    typeof decidedBy === 'string'
      ? { by: decidedBy, at: String(decidedAt), action: String(action) }
      : await lastStep(decision.id)
  // The answer to the first try was lost on the way: it was oneself.
  if (found.by === session.person.value?.id && found.action === ACTIONS[decision.verdict]) {
    return { kind: 'done' }
  }
  return { kind: 'conflict', ...found }
}

/** Who gave it back or took it back is told by its history only. */
async function lastStep(
  id: string,
): Promise<{ by: string | null; at: string | null; action: string | null }> {
  try {
    const step = (await readApplication(id)).history.at(-1)
    return { by: step?.actor ?? null, at: step?.at ?? null, action: step?.action ?? null }
  } catch {
    return { by: null, at: null, action: null }
  }
}
