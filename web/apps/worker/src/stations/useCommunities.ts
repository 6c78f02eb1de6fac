import type { components } from '@nuanxin/api'
import { ref, shallowRef, type Ref } from 'vue'
import { api } from '../session'

type Community = components['schemas']['CommunityView']

const communities = shallowRef<Community[]>([])
const failure = ref<unknown>(null)
let asking: Promise<void> | null = null

/** Sanya's communities and villages, asked for once. */
export function useCommunities(): {
  communities: Ref<Community[]>
  failure: Ref<unknown>
  look: () => Promise<void>
} {
  return { communities, failure, look }
}

async function look(): Promise<void> {
  if (communities.value.length > 0) return
  asking ??= ask().finally(() => (asking = null))
  await asking
}

async function ask(): Promise<void> {
  failure.value = null
  try {
    const all: Community[] = []
    let cursor: string | null = null
    do {
      const query: { limit: number; cursor?: string } = { limit: 100 }
      if (cursor !== null) query.cursor = cursor
      const { data } = await api.GET('/api/v1/communities', { params: { query } })
      all.push(...(data?.items ?? []))
      cursor = data?.next ?? null
    } while (cursor !== null)
    communities.value = all
  } catch (problem) {
    failure.value = problem
  }
}
