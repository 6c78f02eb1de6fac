import { NOTIFICATION, type Place } from './picture'

/** What is wrong somewhere. */
export type Reason =
  | 'DOWN'
  | 'SOME_DOWN'
  | 'ERRORS'
  | 'STUCK_LAG'
  | 'LAG'
  | 'STUCK_OUTBOX'
  | 'OUTBOX'
  | 'PROVIDER_DOWN'
  | 'PROVIDER_SLOW'
  | 'DEAD_LETTERS'
  | 'WAITING'
  | 'SMS_WAITING'
  | 'PARTIAL'

/** Where it hurts, how badly, and why. */
export interface Hurt {
  place: string
  reason: Reason
  level: 'bad' | 'warn'
  /** For the words that tell the reason. */
  values: { count?: number; of?: number; seconds?: number; name?: string; group?: string }
  /** The more the worse; only for putting them in order. */
  weight: number
}

// Fewer than this come and go between two looks.
const NOTEWORTHY = 50
const LONG_SECONDS = 60

/** Everything that is wrong, the worst first; of equal ones, the one earlier on the way. */
export function hurtsOf(places: readonly Place[]): Hurt[] {
  return places.flatMap(at).sort((a, b) => b.weight - a.weight)
}

function at(place: Place): Hurt[] {
  return [
    health(place),
    errors(place),
    lag(place),
    outbox(place),
    provider(place),
    dead(place),
    waiting(place),
  ].filter((hurt) => hurt !== null)
}

function hurt(
  place: Place,
  reason: Reason,
  level: Hurt['level'],
  weight: number,
  values: Hurt['values'] = {},
): Hurt {
  return { place: place.id, reason, level, values, weight }
}

function health(place: Place): Hurt | null {
  const { instances, up, partial } = place
  if (instances === null || up === null) return null
  if (up === 0) return hurt(place, 'DOWN', 'bad', 100)
  if (up < instances) {
    return hurt(place, 'SOME_DOWN', 'warn', 45, { count: instances - up, of: instances })
  }
  return partial ? hurt(place, 'PARTIAL', 'warn', 10) : null
}

function errors({ errors: failed, rate, ...rest }: Place): Hurt | null {
  if (failed === null || failed <= 0) return null
  const place = { ...rest, errors: failed, rate }
  const many = rate !== null && failed / rate >= 0.05
  // A provider that is down is why calls fail, and so it is told first.
  const worst = rest.providers.some((each) => each.state === 'DOWN') ? 78 : 90
  return hurt(place, 'ERRORS', many ? 'bad' : 'warn', many ? worst : 40, { count: failed })
}

function lag(place: Place): Hurt | null {
  const { lag: count, rate, group } = place
  if (count === null || count < NOTEWORTHY) return null
  if (rate === 0) return hurt(place, 'STUCK_LAG', 'bad', 85, { count, group })
  const seconds = rate === null ? null : count / rate
  const long = seconds === null ? count >= 1000 : seconds > LONG_SECONDS
  return hurt(place, 'LAG', long ? 'bad' : 'warn', long ? 60 : 30, {
    count,
    group,
    ...(seconds === null ? {} : { seconds: Math.ceil(seconds) }),
  })
}

function outbox(place: Place): Hurt | null {
  const { pending: count, rate } = place
  if (count === null || count < NOTEWORTHY) return null
  if (rate === 0) return hurt(place, 'STUCK_OUTBOX', 'bad', 82, { count })
  const long = rate === null ? count >= 1000 : count / rate > LONG_SECONDS
  return hurt(place, 'OUTBOX', long ? 'bad' : 'warn', long ? 58 : 28, { count })
}

function provider(place: Place): Hurt | null {
  const down = place.providers.find((each) => each.state === 'DOWN')
  if (down) return hurt(place, 'PROVIDER_DOWN', 'bad', 80, { name: down.name })
  const slow = place.providers.find((each) => each.state === 'SLOW')
  return slow ? hurt(place, 'PROVIDER_SLOW', 'warn', 35, { name: slow.name }) : null
}

function dead(place: Place): Hurt | null {
  if (place.dead === null || place.dead === 0) return null
  return hurt(place, 'DEAD_LETTERS', 'bad', 70, { count: place.dead })
}

function waiting(place: Place): Hurt | null {
  if (place.waiting === null || place.waiting === 0) return null
  if (place.service === NOTIFICATION) {
    // Every text message waits for a moment.
    if (place.waiting < NOTEWORTHY) return null
    return hurt(place, 'SMS_WAITING', 'warn', 48, { count: place.waiting })
  }
  return hurt(place, 'WAITING', 'warn', 50, { count: place.waiting })
}
