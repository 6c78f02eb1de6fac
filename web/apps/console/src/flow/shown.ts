import type { Place } from './picture'

export type FigureKey = 'instances' | 'rate' | 'errors' | 'lag' | 'pending' | 'waiting' | 'dead'

/** Which figures belong to a place, whether they are known at the moment or not. */
export function figuresAt(place: Place): FigureKey[] {
  if (place.instances !== null) {
    if (place.id === 'gateway') return ['instances', 'rate', 'errors']
    const beside = place.lag !== null
    return beside
      ? ['instances', 'rate', 'errors', 'lag', 'pending', 'dead']
      : ['instances', 'dead']
  }
  if (place.id === 'door') return ['rate', 'errors']
  if (place.id === 'relay' || place.id === 'grants') return ['rate', 'pending']
  if (place.id === 'give' || place.id === 'send') return ['waiting']
  return ['rate', 'lag']
}

/** A figure as it is read; an unknown one is a dash and never nought. */
export function figureText(place: Place, key: FigureKey, locale: string): string {
  if (key === 'instances') return `${place.up ?? 0}/${place.instances ?? 0}`
  const value = place[key]
  if (value === null) return '–'
  const each = key === 'rate' || key === 'errors'
  const digits = each && value < 10 ? 1 : 0
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  return each ? `${text}/s` : text
}

/** How fast the picture moves at a place. */
export function paceOf(place: Place): 'still' | 'slow' | 'brisk' | 'fast' {
  if (place.rate === null || place.rate === 0) return 'still'
  if (place.rate < 5) return 'slow'
  return place.rate < 100 ? 'brisk' : 'fast'
}
