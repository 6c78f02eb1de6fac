import { Problem } from '@nuanxin/api'

export const DIGITS = 6

/** Guesses that a code allows, as the service has it; it answers a wrong and a dead code alike. */
const TRIES = 5

/** A code that was sent. */
export interface Sent {
  phone: string
  /** By this device's clock, in milliseconds. */
  at: number
  expiresInSeconds: number
  /** Guesses that were wrong. */
  wrong: number
}

/**
 * Reads the digits of a code out of what was typed or pasted: `801 962`, full-width digits, or the
 * whole message with its other numbers.
 */
export function readCode(text: string): string {
  const plain = text.normalize('NFKC')
  const whole = /(?<!\d)(\d{3})[\s-]?(\d{3})(?!\d)/.exec(plain)
  if (whole !== null) return `${whole[1]}${whole[2]}`
  return plain.replace(/\D/g, '').slice(0, DIGITS)
}

/** Why a code opened nothing. */
export type Failure = 'wrong' | 'expired' | 'tooManyTries' | 'other'

/** Tells apart what the service, for safety, answers alike. */
export function failureOf(problem: unknown, sent: Sent, now: number): Failure {
  if (!(problem instanceof Problem)) return 'other'
  const unfit = problem.status === 401 || problem.errors.some((error) => error.field === 'code')
  if (!unfit) return 'other'
  if (isExpired(sent, now)) return 'expired'
  return sent.wrong >= TRIES ? 'tooManyTries' : 'wrong'
}

/** How many more guesses there are. */
export function triesLeft(sent: Sent): number {
  return Math.max(0, TRIES - sent.wrong)
}

export function isExpired(sent: Sent, now: number): boolean {
  return now >= sent.at + sent.expiresInSeconds * 1000
}
