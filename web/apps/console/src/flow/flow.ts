import type { Flow } from '@nuanxin/api'
import { api } from '../session'

export type { Flow, FlowRow as Row } from '@nuanxin/api'

/** What flows at a moment; counters are totals. */
export async function readFlow(): Promise<Flow> {
  const { data } = await api.GET('/api/v1/ops/flow')
  return data as Flow
}
