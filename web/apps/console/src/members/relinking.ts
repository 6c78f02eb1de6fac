import { Problem } from '@nuanxin/api'

/** Whether this can be a mobile number of mainland China, in any usual form of writing it. */
export function isPhone(text: string): boolean {
  const digits = text.normalize('NFKC').replace(/[\s().-]/g, '')
  return /^(?:\+86|0086|86)?1[3-9]\d{9}$/.test(digits)
}

/** What went wrong with a number, as a key of words; null for what goes wrong with any call. */
export function relinkProblem(failure: unknown): string | null {
  if (!(failure instanceof Problem)) return null
  if (failure.status === 404) return 'member.notThere'
  if (failure.errors.some((error) => error.field === 'phone')) return 'members.wrong.phone'
  return null
}
