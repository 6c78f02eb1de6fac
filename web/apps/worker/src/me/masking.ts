const HIDDEN = '＊'

/** The family name and as many signs as are hidden. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name.trim()]
  return first + HIDDEN.repeat(rest.length)
}

/** Where somebody is from and the last two signs: enough to know one's own again. */
export function maskedIdNumber(number: string): string {
  return maskedMiddle(number, 4, 2)
}

/** The last four digits, as on a bill. */
export function maskedPhone(phone: string): string {
  return maskedMiddle(phone.replace(/^\+86/, ''), 3, 4)
}

/** Only the year. */
export function maskedBirthDate(date: string): string {
  return `${date.slice(0, 4)}-${HIDDEN.repeat(2)}-${HIDDEN.repeat(2)}`
}

/** Too short to leave anything hidden, it is hidden altogether. */
function maskedMiddle(text: string, start: number, end: number): string {
  const signs = [...text]
  if (signs.length <= start + end) return HIDDEN.repeat(signs.length)
  return [
    ...signs.slice(0, start),
    ...HIDDEN.repeat(signs.length - start - end),
    ...signs.slice(-end),
  ].join('')
}
