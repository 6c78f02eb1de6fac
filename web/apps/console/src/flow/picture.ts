import type { Flow, Row } from './flow'
import { rateOf } from './rates'

/** A service or the way between two; a figure that is not known there is null. */
export interface Place {
  id: string
  service: string
  /** For a consumer its group; else empty. */
  group: string
  instances: number | null
  up: number | null
  /** Whether its figures may be too low. */
  partial: boolean
  /** Per second. */
  rate: number | null
  /** Per second. */
  errors: number | null
  lag: number | null
  pending: number | null
  waiting: number | null
  dead: number | null
  providers: Row['providers']
}

export interface Picture {
  gateway: Place
  door: Place
  membership: Place
  relay: Place
  timeline: Place
  consumers: Place[]
  grants: Place
  benefits: Place
  give: Place
  tell: Place
  notification: Place
  send: Place
  /** Services beside the way from joining to the message. */
  beside: Place[]
}

export const MEMBERSHIP = 'membership-service'
export const BENEFITS = 'benefits-service'
export const NOTIFICATION = 'notification-service'
const ON_THE_WAY = ['gateway', MEMBERSHIP, BENEFITS, NOTIFICATION]

/** The pipeline of an answer; rates are against an older one. */
export function pictureOf(older: Flow | null, now: Flow): Picture {
  const row = (service: string) => now.services.find((each) => each.service === service)
  const rate = (service: string, total: (row: Row) => number | undefined) =>
    rateOf(older, now, service, total)

  const node = (service: string): Place => {
    const found = row(service)
    return {
      ...place(service, service),
      instances: found?.instances ?? 0,
      up: found?.up ?? 0,
      partial: found?.partial ?? true,
      dead: found?.deadLetters ?? null,
    }
  }
  const door = (service: string, id: string): Place => ({
    ...place(id, service),
    rate: rate(service, (each) => each.http.requests),
    errors: rate(service, (each) => each.http.errors),
  })
  const outbox = (service: string, id: string): Place => ({
    ...place(id, service),
    rate: rate(service, (each) => each.relay.sent),
    pending: row(service)?.outboxPending ?? null,
  })
  const consumer = (service: string, id: string, group: string): Place => ({
    ...place(id, service),
    group,
    lag: row(service)?.groups.find((each) => each.group === group)?.lag ?? null,
    rate: rate(service, (each) => each.groups.find((one) => one.group === group)?.handled),
  })
  const whole = (service: string, id: string): Place => ({
    ...place(id, service),
    lag: row(service)?.consumerLag ?? null,
    rate: rate(service, handled),
  })
  const givers = (service: string, id: string): Place => {
    const found = row(service)
    // A service that does not answer does not say that nothing waits.
    return {
      ...place(id, service),
      waiting: found && found.up > 0 ? found.waiting : null,
      providers: found?.providers ?? [],
    }
  }

  const groups = row(BENEFITS)?.groups ?? []
  return {
    gateway: { ...node('gateway'), ...pick(door('gateway', 'gateway')), id: 'gateway' },
    door: door(MEMBERSHIP, 'door'),
    membership: node(MEMBERSHIP),
    relay: outbox(MEMBERSHIP, 'relay'),
    timeline: whole(MEMBERSHIP, 'timeline'),
    consumers:
      groups.length === 0
        ? [whole(BENEFITS, 'consumers')]
        : groups.map((each) => consumer(BENEFITS, `consumer-${each.group}`, each.group)),
    grants: outbox(BENEFITS, 'grants'),
    benefits: node(BENEFITS),
    give: givers(BENEFITS, 'give'),
    tell: whole(NOTIFICATION, 'tell'),
    notification: node(NOTIFICATION),
    send: givers(NOTIFICATION, 'send'),
    beside: now.services
      .map((each) => each.service)
      .filter((service) => !ON_THE_WAY.includes(service))
      .map((service) => ({
        ...node(service),
        ...pick(door(service, service)),
        id: service,
        pending: row(service)?.outboxPending ?? null,
        lag: row(service)?.consumerLag ?? null,
        providers: row(service)?.providers ?? [],
      })),
  }
}

/** All of it, in the order of the way. */
export function placesOf(picture: Picture): Place[] {
  const { gateway, door, membership, relay, timeline, consumers, grants, benefits } = picture
  const { give, tell, notification, send, beside } = picture
  return [
    ...[gateway, door, membership, relay, timeline, ...consumers, benefits, grants],
    ...[give, tell, notification, send, ...beside],
  ]
}

function handled(row: Row): number | undefined {
  return row.groups.length === 0
    ? undefined
    : row.groups.reduce((sum, each) => sum + each.handled, 0)
}

function pick({ rate, errors }: Place): Pick<Place, 'rate' | 'errors'> {
  return { rate, errors }
}

function place(id: string, service: string): Place {
  return {
    id,
    service,
    group: '',
    instances: null,
    up: null,
    partial: false,
    rate: null,
    errors: null,
    lag: null,
    pending: null,
    waiting: null,
    dead: null,
    providers: [],
  }
}
