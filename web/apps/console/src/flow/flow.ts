import {
  type Flow as FlowAnswer,
  type FlowRow as Row,
  Problem,
  type Status,
  type StatusRow,
} from '@nuanxin/api'
import { type Provider, readProviders } from '../benefits/benefitCalls'
import { isNotOffered } from '../live/usePolling'
import { api } from '../session'

export type { FlowRow as Row } from '@nuanxin/api'

/** What flows at a moment; counters are totals. */
export interface Flow extends FlowAnswer {
  /** Whether it is only what `ops/status` knows, without any counter. */
  plain?: boolean
}

/** The finer figures, or what there is of them on a server that has only the table. */
export async function readFlow(): Promise<Flow> {
  try {
    const { data } = await api.GET('/api/v1/ops/flow')
    return withProviders(data as Flow, await providersNow())
  } catch (problem) {
    if (!(problem instanceof Problem && problem.status === 404)) throw problem
    const table = (await api.GET('/api/v1/ops/status')).data as Status
    const flow = {
      at: new Date().toISOString(),
      services: table.items.map(plainRow),
      partial: table.partial,
      plain: true,
    }
    return withProviders(flow, await providersNow())
  }
}

let offersProviders = true

/** How providers do, from the service that calls them; nothing where it cannot tell. */
async function providersNow(): Promise<Provider[]> {
  if (!offersProviders) return []
  try {
    return await readProviders()
  } catch (problem) {
    // Without them the picture has less, but is true.
    offersProviders = !isNotOffered(problem)
    return []
  }
}

/** Fills in the providers where the flow itself tells of none. */
export function withProviders(flow: Flow, providers: readonly Provider[]): Flow {
  if (providers.length === 0) return flow
  return {
    ...flow,
    services: flow.services.map((row) =>
      row.service === 'benefits-service' && row.providers.length === 0
        ? {
            ...row,
            waiting: row.waiting || providers.reduce((sum, each) => sum + each.waiting, 0),
            providers: providers.map(({ name, state, circuit }) => ({
              name,
              state: state === 'UP' && circuit !== 'CLOSED' ? circuit : state,
            })),
          }
        : row,
    ),
  }
}

function plainRow(row: StatusRow): Row {
  return {
    ...row,
    up: row.answered,
    groups: [],
    relay: { sent: 0, pending: row.outboxPending },
    http: { requests: 0, errors: 0 },
    waiting: 0,
    providers: [],
  }
}
