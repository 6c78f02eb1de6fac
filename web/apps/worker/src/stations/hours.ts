import type { Station } from './station'

type Opening = NonNullable<Station['hours']>[number]
type Translate = (key: string, values?: Record<string, unknown>) => string

export const WEEK = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const

const DAY = 24 * 60
const WEEK_MINUTES = 7 * DAY
// Sanya has had no summer time since 1991: local time is eight hours ahead, always.
const AHEAD_MILLIS = 8 * 3_600_000

/** Minutes of the week, Monday 00:00 being 0; one that runs past Sunday's end is beyond the week. */
interface Span {
  from: number
  to: number
}

/** Whether a station is open, and what happens next. */
export type Opened =
  | { open: true; always: boolean; until: string }
  | { open: false; from: { minutes: number; day: number; time: string } | null }

export function openedAt(hours: readonly Opening[] | undefined, now: Date): Opened {
  const spans = joined((hours ?? []).flatMap(spansOf))
  const minute = minuteOfWeek(now)
  // A span from last Sunday may reach into this Monday.
  const present = [minute, minute + WEEK_MINUTES]
  for (const span of spans) {
    if (present.some((each) => span.from <= each && each < span.to)) {
      const always = span.to - span.from >= WEEK_MINUTES
      return { open: true, always, until: clock(span.to) }
    }
  }
  const next = spans
    .map((span) => ({
      minutes: (span.from - minute + WEEK_MINUTES) % WEEK_MINUTES,
      from: span.from,
    }))
    .sort((a, b) => a.minutes - b.minutes)[0]
  if (next === undefined) return { open: false, from: null }
  const day = Math.floor((minute + next.minutes) / DAY) - Math.floor(minute / DAY)
  return { open: false, from: { minutes: next.minutes, day, time: clock(next.from) } }
}

/** For instance "open, until 21:30" or "closed, opens tomorrow at 08:00". */
export function openedText(opened: Opened, now: Date, t: Translate): string {
  if (opened.open) {
    return opened.always
      ? t('stations.openAlways')
      : t('stations.openUntil', { time: opened.until })
  }
  if (opened.from === null) return t('stations.closed')
  const { day, time } = opened.from
  if (day === 0) return t('stations.opensToday', { time })
  if (day === 1) return t('stations.opensTomorrow', { time })
  const weekday = (Math.floor(minuteOfWeek(now) / DAY) + day) % 7
  return t('stations.opensOn', { day: t(`stations.day.${WEEK[weekday]}`), time })
}

/** The openings one a line: which days, and from when to when. */
export function weekLines(hours: readonly Opening[] | undefined, t: Translate): string[] {
  return (hours ?? []).map((opening) =>
    t('stations.line', {
      days: daysText(opening, t),
      hours: isWholeDay(opening)
        ? t('stations.wholeDay')
        : `${opening.opens}–${opening.closes === '00:00' ? '24:00' : opening.closes}`,
    }),
  )
}

function daysText(opening: Opening, t: Translate): string {
  const days = WEEK.map((day, index) => ({ day, index })).filter(({ day }) =>
    opening.days?.includes(day),
  )
  const [first, last] = [days[0], days.at(-1)]
  if (days.length === 7) return t('stations.everyDay')
  if (first === undefined || last === undefined) return ''
  const name = (day: string) => t(`stations.day.${day}`)
  return days.length > 2 && last.index - first.index === days.length - 1
    ? t('stations.dayRange', { from: name(first.day), to: name(last.day) })
    : days.map(({ day }) => name(day)).join(t('stations.comma'))
}

function isWholeDay(opening: Opening): boolean {
  return opening.opens === '00:00' && (opening.closes === '24:00' || opening.closes === '00:00')
}

function spansOf(opening: Opening): Span[] {
  const [opens, closes] = [minutes(opening.opens), minutes(opening.closes)]
  if (opens === null || closes === null) return []
  // As the server: a closing time that is not after the opening is the next day's.
  const length = ((((closes - opens - 1) % DAY) + DAY) % DAY) + 1
  return (opening.days ?? []).map((day) => {
    const from = WEEK.indexOf(day) * DAY + opens
    return { from, to: from + length }
  })
}

/** Spans that touch are one, also over the week's end: open till midnight and from it is open. */
function joined(spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const all: Span[] = []
  for (const span of sorted) {
    const last = all.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else all.push({ ...span })
  }
  const [first, last] = [all[0], all.at(-1)]
  if (first !== undefined && last !== undefined && last.to >= first.from + WEEK_MINUTES) {
    last.to = Math.max(last.to, first.to + WEEK_MINUTES)
    if (first !== last) all.shift()
  }
  return all
}

function minuteOfWeek(now: Date): number {
  const local = new Date(now.getTime() + AHEAD_MILLIS)
  return ((local.getUTCDay() + 6) % 7) * DAY + local.getUTCHours() * 60 + local.getUTCMinutes()
}

function minutes(time: string | undefined): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(time ?? '')
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

function clock(minute: number): string {
  const [hour, rest] = [Math.floor((minute % DAY) / 60), minute % 60]
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
