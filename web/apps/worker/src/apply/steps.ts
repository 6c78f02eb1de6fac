import { readIdNumber } from '@nuanxin/ui'
import { readPhone } from '../signIn/phone'
import { fieldOf, platformsOf, type Content, type Draft } from './draft'

/** The pages of an application in their order; `phone` only where nobody here knows it. */
export const STEPS = [
  'phone',
  'name',
  'id',
  'occupation',
  'platforms',
  'employer',
  'community',
  'consent',
  'check',
] as const

export type Step = (typeof STEPS)[number]

/** What is wrong with a step, by a code that has words. */
export interface Wrong {
  field: string
  code: string
}

/** Steps that may be left empty. */
export const OPTIONAL: readonly Step[] = ['platforms', 'employer']
const LONGEST_NAME = 60
const LONGEST_EMPLOYER = 100
const LONGEST_PLATFORM = 40
const MOST_PLATFORMS = 10
// As the service has them: letters of every script, and no markup or templates in free text.
const NAME = /^[\p{L}\p{M}〇][\p{L}\p{M}〇 .'’·•‧・．-]*$/u
const FREE_TEXT = /^[^${}<>\\`|]*[\p{L}\p{N}][^${}<>\\`|]*$/u

const STEP_OF: Record<string, Step> = {
  phone: 'phone',
  name: 'name',
  idNumber: 'id',
  occupation: 'occupation',
  platforms: 'platforms',
  employer: 'employer',
  communityCode: 'community',
  consentVersion: 'consent',
}

export function stepsOf(draft: Draft): Step[] {
  return STEPS.filter((step) => step !== 'phone' || draft.askPhone)
}

/** The step where a field of the request is asked for; null where it is asked for nowhere. */
export function stepOfField(field: string): Step | null {
  return STEP_OF[fieldOf(field)] ?? null
}

/** What is wrong with a field of the form; null where it is fine. */
export function wrongIn(field: string, content: Content, today: string): Wrong | null {
  const code = codeOf(field, content, today)
  return code === null ? null : { field, code }
}

/** What is wrong with a step, first what the server said; null where one may go on. */
export function wrongOf(step: Step, draft: Draft, today: string): Wrong | null {
  const told = draft.errors.find((error) => stepOfField(error.field) === step)
  if (told !== undefined) return { field: fieldOf(told.field), code: told.code }
  const field = Object.keys(STEP_OF).find((name) => STEP_OF[name] === step)
  return field === undefined ? null : wrongIn(field, draft.content, today)
}

/** Where a person has to go on: the first step that is not done. */
export function firstOpen(draft: Draft, today: string): Step {
  return (
    stepsOf(draft).find(
      (step) =>
        wrongOf(step, draft, today) !== null ||
        (OPTIONAL.includes(step) && !draft.passed.includes(step)),
    ) ?? 'check'
  )
}

/** Whether a step may be shown: all before it are done. */
export function mayShow(step: Step, draft: Draft, today: string): boolean {
  const steps = stepsOf(draft)
  return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(firstOpen(draft, today))
}

function codeOf(field: string, content: Content, today: string): string | null {
  switch (field) {
    case 'phone':
      return readPhone(content.phone) === null ? 'PHONE_FORMAT' : null
    case 'name':
      return nameCode(content.name.trim())
    case 'idNumber':
      return idNumberCode(content.idNumber, today)
    case 'occupation':
      return content.occupation === null ? 'REQUIRED' : null
    case 'platforms':
      return platformsCode(platformsOf(content))
    case 'employer':
      return employerCode(content.employer.trim())
    case 'communityCode':
      return content.community === null ? 'REQUIRED' : null
    case 'consentVersion':
      return content.consentVersion === null ? 'REQUIRED' : null
    default:
      return null
  }
}

function nameCode(name: string): string | null {
  if (name === '') return 'REQUIRED'
  if ([...name].length > LONGEST_NAME) return 'TOO_LONG'
  return NAME.test(name) ? null : 'PATTERN'
}

function idNumberCode(idNumber: string, today: string): string | null {
  if (idNumber.trim() === '') return 'REQUIRED'
  const finding = readIdNumber(idNumber, today)
  if (finding.kind === 'wrong') return finding.code
  return finding.kind === 'unfinished' ? 'UNFINISHED' : null
}

function platformsCode(platforms: readonly string[]): string | null {
  if (platforms.length > MOST_PLATFORMS) return 'TOO_MANY'
  if (platforms.some((name) => [...name].length > LONGEST_PLATFORM)) return 'TOO_LONG'
  return platforms.every((name) => FREE_TEXT.test(name)) ? null : 'PATTERN'
}

function employerCode(employer: string): string | null {
  if (employer === '') return null
  if ([...employer].length > LONGEST_EMPLOYER) return 'TOO_LONG'
  return FREE_TEXT.test(employer) ? null : 'PATTERN'
}
