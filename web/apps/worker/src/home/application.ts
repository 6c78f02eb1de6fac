/** What people work as. */
export const OCCUPATIONS = [
  'COURIER',
  'FOOD_DELIVERY_RIDER',
  'RIDE_HAILING_DRIVER',
  'TRUCK_DRIVER',
  'LIVE_STREAMER',
  'OTHER',
] as const

export type Occupation = (typeof OCCUPATIONS)[number]

/** An application as it is sent. */
export interface ApplicationBody {
  name: string
  idNumber: string
  phone: string
  occupation: Occupation
  platforms: string[]
  employer: { name: string } | null
  communityCode: string
  stationCode: string | null
  consentVersion: string
  language: 'zh-CN' | 'en'
}

/** One step of an application's history. */
export interface HistoryStep {
  at: string
  actor: string
  action:
    | 'SUBMITTED'
    | 'SENT_TO_REVIEW'
    | 'APPROVED'
    | 'RETURNED'
    | 'RESUBMITTED'
    | 'REJECTED'
    | 'WITHDRAWN'
  reason: string | null
  fields: string[]
}

/** An application as its applicant sees it. The document leaves open what is null; this says it. */
export interface Application {
  id: string
  state: 'SUBMITTED' | 'IN_REVIEW' | 'RETURNED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN'
  dueAt: string | null
  memberId: string | null
  membershipNumber: string | null
  union: { id: string; name: string; route: string; reason: string }
  submittedAt: string
  version: number
  returnedFields: string[]
  form: ApplicationBody | null
  history: HistoryStep[]
}

/** The membership as its member sees it. */
export interface Membership {
  memberId: string
  membershipNumber: string
  state: 'ACTIVE' | 'SUSPENDED' | 'LAPSED' | 'LEFT' | 'EXPELLED' | 'DECEASED'
  name: string
  union: { id: string; name: string }
  joinedAt: string
  leftAt: string | null
}

/** The last words that went with a step of this kind; null where there were none. */
export function lastReason(application: Application, action: HistoryStep['action']): string | null {
  return application.history.findLast((step) => step.action === action)?.reason ?? null
}

/** Why a field was given back, from the latest return that names it. */
export function returnReason(application: Application, field: string): string | null {
  return (
    application.history.findLast(
      (step) => step.action === 'RETURNED' && step.fields.includes(field),
    )?.reason ?? null
  )
}
