import { read } from '../live/openCalls'
import type { Page } from '../review/types'
import { api } from '../session'

/** How much there is of one kind. */
export interface Level {
  kind: 'GIFT_PACK' | 'FILM_TICKET'
  total: number
  held: number
  available: number
}

/** A provider as one instance sees it. */
export interface Provider {
  name: string
  state: 'UP' | 'SLOW' | 'DOWN'
  circuit: 'CLOSED' | 'OPEN' | 'HALF_OPEN'
  lastSuccessAt: string | null
  waiting: number
  instance: string
}

/** A grant that is not the member's yet, or never will be. */
export interface BacklogItem {
  id: string
  memberId: string
  programme: string
  state: 'WAITING' | 'FAILED' | 'DUE'
  reason: string | null
  since: string
  tries: number
  nextTryAt: string | null
}

export const BACKLOG_STATES = ['WAITING', 'FAILED', 'DUE'] as const
export const PROGRAMMES = ['ACCIDENT_INSURANCE', 'HEALTH_CHECK', 'WELCOME_GIFT'] as const

export async function readStock(): Promise<Level[]> {
  const { data } = await api.GET('/api/v1/stock')
  return (data as unknown as Page<Level>).items
}

export async function readProviders(): Promise<Provider[]> {
  return (await read<Page<Provider>>('/api/v1/providers')).items
}

/** One page of what waits, is refused or is for a later day, oldest first. */
export function readBacklog(
  filters: { state: string; programme: string },
  cursor: string | null,
): Promise<Page<BacklogItem>> {
  return read('/api/v1/grants', {
    limit: 50,
    ...(filters.state === '' ? {} : { state: filters.state }),
    ...(filters.programme === '' ? {} : { programme: filters.programme }),
    ...(cursor === null ? {} : { cursor }),
  })
}

/**
 * Adds gift packs.
 *
 * @param key the same for every try to add the same ones
 */
export async function addPacks(count: number, key: string): Promise<void> {
  await api.POST('/api/v1/stock/packs', {
    params: { header: { 'Idempotency-Key': key } },
    body: { count },
  })
}

/** Adds film-ticket codes, all or none. */
export async function addCodes(codes: readonly string[], key: string): Promise<void> {
  await api.POST('/api/v1/stock/codes', {
    params: { header: { 'Idempotency-Key': key } },
    body: { codes: [...codes] },
  })
}
