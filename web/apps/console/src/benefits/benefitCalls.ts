import type { components, Page, Told } from '@nuanxin/api'
import { api } from '../session'

type Schemas = components['schemas']

/** How much there is of one kind. */
export type Level = Told<Schemas['Level']>

/** A provider as one instance sees it. */
export type Provider = Told<Schemas['ProviderView'], 'lastSuccessAt'>

/** A grant that is not the member's yet, or never will be. */
export type BacklogItem = Told<Schemas['BacklogItem'], 'reason' | 'nextTryAt'>

export const BACKLOG_STATES = [
  'WAITING',
  'FAILED',
  'DUE',
] as const satisfies readonly BacklogItem['state'][]
export const PROGRAMMES = ['ACCIDENT_INSURANCE', 'HEALTH_CHECK', 'WELCOME_GIFT'] as const

/** What the backlog is narrowed to; empty is any. */
export interface BacklogFilters {
  state: BacklogItem['state'] | ''
  programme: string
}

export async function readStock(): Promise<Level[]> {
  const { data } = await api.GET('/api/v1/stock')
  return (data as Page<Level>).items
}

export async function readProviders(): Promise<Provider[]> {
  const { data } = await api.GET('/api/v1/providers')
  return (data as Page<Provider>).items
}

/** One page of what waits, is refused or is for a later day, oldest first. */
export async function readBacklog(
  filters: BacklogFilters,
  cursor: string | null,
): Promise<Page<BacklogItem>> {
  const query = {
    limit: 50,
    ...(filters.state === '' ? {} : { state: filters.state }),
    ...(filters.programme === '' ? {} : { programme: filters.programme }),
    ...(cursor === null ? {} : { cursor }),
  }
  const { data } = await api.GET('/api/v1/grants', { params: { query } })
  return data as Page<BacklogItem>
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
