import { describe, expect, it } from 'vitest'
import type { Flow, Row } from './flow'
import { hurtsOf } from './hurt'
import { pictureOf, placesOf } from './picture'
import { keepRecent, rateOf } from './rates'

const SERVICES = [
  'gateway',
  'identity-service',
  'membership-service',
  'benefits-service',
  'stations-service',
  'notification-service',
]

const row = (service: string, more: Partial<Row> = {}): Row => ({
  service,
  instances: 1,
  up: 1,
  outboxPending: 0,
  consumerLag: 0,
  deadLetters: 0,
  groups: [],
  relay: { sent: 0, pending: 0 },
  http: { requests: 0, errors: 0 },
  waiting: 0,
  providers: [],
  partial: false,
  ...more,
})

const flow = (second: number, changed: Record<string, Partial<Row>> = {}): Flow => ({
  at: new Date(Date.UTC(2026, 10, 26, 1, 0, second)).toISOString(),
  services: SERVICES.map((service) => row(service, changed[service])),
  partial: false,
})

const sent = (total: number) => ({
  'membership-service': { relay: { sent: total, pending: 0 } },
})
const relay = (each: Row) => each.relay.sent
const hurts = (older: Flow | null, now: Flow) => hurtsOf(placesOf(pictureOf(older, now)))

describe('a rate from two answers', () => {
  const rate = (older: Flow | null, newer: Flow) =>
    rateOf(older, newer, 'membership-service', relay)

  it('is what the total grew by in a second', () => {
    expect(rate(flow(0, sent(100)), flow(4, sent(300)))).toBe(50)
  })

  it('is nought where a counter that is there did not move', () => {
    expect(rate(flow(0, sent(100)), flow(4, sent(100)))).toBe(0)
  })

  it('is not known from one answer', () => {
    expect(rate(null, flow(4, sent(100)))).toBeNull()
  })

  it('is not known of a counter that nobody supplies', () => {
    expect(rate(flow(0), flow(4))).toBeNull()
  })

  it('is not known when the process started anew in between', () => {
    expect(rate(flow(0, sent(900)), flow(4, sent(20)))).toBeNull()
  })

  it('is not known from the same answer twice', () => {
    expect(rate(flow(4, sent(1)), flow(4, sent(2)))).toBeNull()
  })

  it('is taken over the last quarter of a minute', () => {
    const kept = [0, 5, 10, 15, 20].reduce<Flow[]>((all, at) => keepRecent(all, flow(at)), [])
    expect(kept.map((each) => each.at)).toEqual([5, 10, 15, 20].map((at) => flow(at).at))
  })
})

describe('where it hurts', () => {
  it('is nowhere when everything flows', () => {
    expect(hurts(flow(0, sent(1)), flow(4, sent(500)))).toEqual([])
  })

  it('is first of all at a service that does not answer', () => {
    const now = flow(4, {
      'benefits-service': { up: 0, partial: true },
      'membership-service': { deadLetters: 4, outboxPending: 4000 },
    })
    expect(hurts(null, now)[0]).toMatchObject({ place: 'benefits-service', reason: 'DOWN' })
  })

  it('names the consumer that stands still with records before it', () => {
    const groups = (behind: number) => [
      { group: 'benefits.insurance', topic: 'm', lag: 0, handled: 10 + behind },
      { group: 'benefits.gift', topic: 'm', lag: 300, handled: 10 },
    ]
    const [worst] = hurts(
      flow(0, { 'benefits-service': { groups: groups(0) } }),
      flow(4, { 'benefits-service': { groups: groups(9) } }),
    )
    expect(worst).toMatchObject({
      place: 'consumer-benefits.gift',
      reason: 'STUCK_LAG',
      level: 'bad',
      values: { count: 300, group: 'benefits.gift' },
    })
  })

  it('says how long a lag takes at the present rate', () => {
    const groups = (handled: number) => [{ group: 'g', topic: 'm', lag: 1000, handled }]
    const [worst] = hurts(
      flow(0, { 'benefits-service': { groups: groups(100) } }),
      flow(4, { 'benefits-service': { groups: groups(500) } }),
    )
    expect(worst).toMatchObject({ reason: 'LAG', level: 'warn', values: { seconds: 10 } })
  })

  it('is worse at a provider that is down than at what waits for it', () => {
    const now = flow(4, {
      'benefits-service': { waiting: 12, providers: [{ name: 'insurer', state: 'DOWN' }] },
    })
    expect(hurts(null, now).map((each) => each.reason)).toEqual(['PROVIDER_DOWN', 'WAITING'])
  })

  it('is at sign-in when no one-time code can be sent', () => {
    const now = flow(4, { 'identity-service': { providers: [{ name: 'sms', state: 'DOWN' }] } })
    expect(hurts(null, now)).toMatchObject([
      { place: 'identity-service', reason: 'PROVIDER_DOWN', values: { name: 'sms' } },
    ])
  })

  it('is the provider that is down before the calls that fail for it', () => {
    const calls = (requests: number, errors: number, state: 'UP' | 'DOWN') => ({
      'identity-service': { http: { requests, errors }, providers: [{ name: 'sms', state }] },
    })
    const reasons = hurts(flow(0, calls(10, 0, 'UP')), flow(4, calls(20, 8, 'DOWN')))
    expect(reasons.map((each) => each.reason)).toEqual(['PROVIDER_DOWN', 'ERRORS'])
  })

  it('is at text messages only when many wait, for each waits a moment', () => {
    const waiting = (count: number) => flow(4, { 'notification-service': { waiting: count } })
    expect(hurts(null, waiting(49))).toEqual([])
    expect(hurts(null, waiting(50))).toMatchObject([{ place: 'send', reason: 'SMS_WAITING' }])
  })

  it('does not cry about a handful that comes and goes', () => {
    expect(hurts(null, flow(4, { 'membership-service': { outboxPending: 3 } }))).toEqual([])
  })

  it('is bad at the door when one call in twenty fails', () => {
    const calls = (requests: number, errors: number) => ({
      'membership-service': { http: { requests, errors } },
    })
    const [worst] = hurts(flow(0, calls(100, 1)), flow(4, calls(140, 5)))
    expect(worst).toMatchObject({ place: 'door', reason: 'ERRORS', level: 'bad' })
  })

  it('tells of dead letters, and which service has them', () => {
    const [worst] = hurts(null, flow(4, { 'notification-service': { deadLetters: 2 } }))
    expect(worst).toMatchObject({ place: 'notification-service', values: { count: 2 } })
  })
})

describe('the picture', () => {
  it('has an edge for each consumer of the benefits', () => {
    const groups = ['a', 'b', 'c'].map((group) => ({ group, topic: 'm', lag: 1, handled: 1 }))
    const picture = pictureOf(null, flow(4, { 'benefits-service': { groups } }))
    expect(picture.consumers.map((each) => each.group)).toEqual(['a', 'b', 'c'])
  })

  it('has one edge with the whole lag where no group is told', () => {
    const picture = pictureOf(null, flow(4, { 'benefits-service': { consumerLag: 7 } }))
    expect(picture.consumers).toMatchObject([{ lag: 7, rate: null }])
  })

  it('does not say that nothing waits where the service does not answer', () => {
    const away = { 'benefits-service': { up: 0, partial: true } }
    expect(pictureOf(null, flow(4, away)).give.waiting).toBeNull()
    expect(pictureOf(null, flow(4)).give.waiting).toBe(0)
  })

  it('ends at the phones, with the provider of text messages and what waits for it', () => {
    const sms: Partial<Row> = { waiting: 3, providers: [{ name: 'sms', state: 'SLOW' }] }
    expect(pictureOf(null, flow(4, { 'notification-service': sms })).send).toMatchObject(sms)
  })
})
