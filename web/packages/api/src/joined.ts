import type { components, paths } from './schema'
import type { Page, Told } from './told'

type Schemas = components['schemas']

/** What flows at a moment, as the gateway adds it up; counters are totals. */
export interface Flow {
  at: string
  services: FlowRow[]
  /** Whether some figure may be too low. */
  partial: boolean
}

export interface FlowRow {
  service: string
  instances: number
  up: number
  outboxPending: number
  consumerLag: number
  deadLetters: number
  groups: Told<Schemas['Group']>[]
  relay: { sent: number; pending: number }
  http: { requests: number; errors: number }
  waiting: number
  providers: Told<Schemas['Provider']>[]
  partial: boolean
}

/** All instances of a service together. */
export type StatusRow = Told<
  Omit<Schemas['Row'], 'groups' | 'relay' | 'lagKnown' | 'waiting' | 'providers'>,
  never,
  { answered: number; partial: boolean }
>

/** Every service's row. */
export interface Status extends Page<StatusRow> {
  /** Whether some figure may be too low. */
  partial: boolean
}

/** A record that could not be handled, as listed. */
export type Letter = Told<
  Schemas['Letter'],
  'memberId' | 'type' | 'eventId' | 'retryAt' | 'resolvedAt'
>

/** A page of them, of all services. */
export interface Letters extends Page<Letter> {
  /** Services that did not answer, whose letters are missing. */
  unavailable: string[]
}

/** An operation that answers with this. */
type Answering<Operation, Body> = Omit<Operation, 'responses'> & {
  responses: {
    200: { headers: Record<string, unknown>; content: { 'application/json': Body } }
  }
}

/** An operation that takes this. */
type Taking<Operation, Body> = Omit<Operation, 'requestBody'> & {
  requestBody: { content: { 'application/json': Body } }
}

/** The same, where what is not known is sent as null. */
type Sent<T> = { [Name in keyof T]: T[Name] | null }

/** Calls of which the joined document says nothing, or not the truth. */
interface TrueOf {
  /** The gateway answers these by itself or joins them; the document has what one service answers. */
  '/api/v1/ops/flow': { get: Answering<paths['/api/v1/ops/status']['get'], Flow> }
  '/api/v1/ops/status': {
    get: Answering<paths['/api/v1/ops/status']['get'], Status>
  }
  '/api/v1/ops/dead-letters': {
    get: Answering<paths['/api/v1/ops/dead-letters']['get'], Letters>
  }
  /** It leaves out that an employer and a station may be null. */
  '/api/v1/applications': {
    post: Taking<paths['/api/v1/applications']['post'], Sent<Schemas['ApplicationRequest']>>
  }
  '/api/v1/applications/{id}': {
    get: paths['/api/v1/applications/{id}']['get']
    put: Taking<paths['/api/v1/applications/{id}']['put'], Sent<Schemas['ApplicationRequest']>>
  }
}

/** The calls of the joined API, as they are. */
export type Calls = Omit<paths, keyof TrueOf> & TrueOf
