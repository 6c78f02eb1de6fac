const ZONE = 'Asia/Shanghai'

/** A date and a time of day, as the union's own clocks show it. */
export function timeText(at: string | null | undefined, locale: string): string {
  return text(at, locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE })
}

/** A date, as the union's own calendar has it. */
export function dateText(at: string | null | undefined, locale: string): string {
  return text(at, locale, { dateStyle: 'medium', timeZone: ZONE })
}

/** The date of an instant in the union's zone, as `YYYY-MM-DD`. */
export function dayOf(millis: number): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(millis)
}

const known = new Map<string, Intl.DateTimeFormat>()

function text(
  at: string | null | undefined,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const millis = at ? Date.parse(at) : Number.NaN
  if (Number.isNaN(millis)) return ''
  // Making a format is slow, and a list shows hundreds.
  const key = `${locale} ${options.timeStyle ?? ''}`
  const format = known.get(key) ?? new Intl.DateTimeFormat(locale, options)
  known.set(key, format)
  return format.format(millis)
}
