const ZONE = 'Asia/Shanghai'
const DAY_MILLIS = 86_400_000

/** A day as people say it, in the zone where the workers are. */
export function dayText(instant: string | Date, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: ZONE, dateStyle: 'long' }).format(
    new Date(instant),
  )
}

/** A day and the time of it. */
export function momentText(instant: string | Date, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: ZONE,
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

/** The time of day alone. */
export function timeText(instant: string | Date, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

/** How many midnights lie between the two; negative when the second is the earlier. */
export function daysBetween(from: Date, to: Date): number {
  return (midnight(to) - midnight(from)) / DAY_MILLIS
}

function midnight(instant: Date): number {
  return Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(instant))
}
