import type { Grant } from '@nuanxin/api'
import { dayText, daysBetween, momentText, timeText } from '../days'

export type { Grant } from '@nuanxin/api'

type Translate = (key: string, values?: Record<string, unknown>) => string

const KNOWN = ['ACCIDENT_INSURANCE', 'HEALTH_CHECK', 'WELCOME_GIFT']
const SOON_DAYS = 30

/** What can be used comes first, then what is coming, then what is over. */
const ORDER = ['ISSUED', 'WAITING', 'RESERVED', 'DUE', 'FAILED', 'USED', 'EXPIRED', 'CANCELLED']

export function inOrder(grants: readonly Grant[]): Grant[] {
  const rank = ({ state, programme }: Grant) =>
    ORDER.indexOf(state) * KNOWN.length + Math.max(0, KNOWN.indexOf(programme))
  return [...grants].sort((a, b) => rank(a) - rank(b))
}

/** Name of the programme; a new one, that this version does not know, is a benefit. */
export function programmeText(grant: Grant, t: Translate): string {
  return KNOWN.includes(grant.programme)
    ? t(`programme.${grant.programme}`)
    : t('wallet.otherProgramme')
}

/** How it stands and what there is to do, in one or two sentences. */
export function standingText(grant: Grant, t: Translate, language: string): string {
  const { state } = grant
  if (state === 'WAITING') return waitingText(grant, t, language)
  if (state !== 'ISSUED') return t(`wallet.standing.${state}`)
  return t(`wallet.use.${KNOWN.includes(grant.programme) ? grant.programme : 'OTHER'}`)
}

function waitingText(grant: Grant, t: Translate, language: string): string {
  const why = t(`wallet.waiting.${grant.reason ?? 'OTHER'}`)
  const when =
    grant.expectedBy == null
      ? t('wallet.waiting.noDate')
      : t('wallet.waiting.by', { moment: momentText(grant.expectedBy, language) })
  return `${why}${t('wallet.between')}${when}`
}

/** From when to when it is or was good; null where it does not end, or is none that could be used. */
export function validityText(grant: Grant, t: Translate, language: string): string | null {
  const good = ['ISSUED', 'USED', 'EXPIRED'].includes(grant.state)
  if (!good || grant.validUntil == null) return null
  const until = momentText(grant.validUntil, language)
  return grant.validFrom == null
    ? until
    : t('wallet.fromTo', { from: dayText(grant.validFrom, language), until })
}

/** How long it is still good. */
export interface Countdown {
  text: string
  /** Whether it ends so soon that one should hurry. */
  soon: boolean
}

/** Null where nothing counts down: it is not issued, or does not end. */
export function countdown(
  grant: Grant,
  now: Date,
  t: Translate,
  language: string,
): Countdown | null {
  if (grant.state !== 'ISSUED' || grant.validUntil == null) return null
  const until = new Date(grant.validUntil)
  if (until <= now) return { text: t('wallet.over'), soon: true }
  const days = daysBetween(now, until)
  if (days === 0) {
    return { text: t('wallet.today', { time: timeText(until, language) }), soon: true }
  }
  return { text: t('wallet.days', { days }), soon: days <= SOON_DAYS }
}

/** A code in groups of four, as people read it out; a code that has groups of its own keeps them. */
export function readable(code: string): string {
  const [, prefix = '', rest = ''] = /^([A-Za-z]{0,4})([A-Za-z0-9]{6,})$/.exec(code) ?? []
  if (rest === '') return code
  return [prefix, ...(rest.match(/.{1,4}/g) ?? [])].join(' ').trim()
}
