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
  /** Of a return, what is said about one field alone. */
  fieldReasons?: { field: string; reason: string }[] | null
  /** Of a rejection, the ground that it is on. */
  code?: string | null
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

/** The latest step of this kind; null where there was none. */
export function lastStep(
  application: Application,
  action: HistoryStep['action'],
): HistoryStep | null {
  return application.history.findLast((step) => step.action === action) ?? null
}

/** Why a field was given back, from the latest return that names it: its own reason, or that of all. */
export function returnReason(application: Application, field: string): string | null {
  const step = application.history.findLast(
    (each) => each.action === 'RETURNED' && each.fields.includes(field),
  )
  return step?.fieldReasons?.find((own) => own.field === field)?.reason ?? step?.reason ?? null
}

/** What the latest return says beside the reasons of its fields; null where that is nothing more. */
export function generalReason(application: Application): string | null {
  const step = lastStep(application, 'RETURNED')
  const own = step?.fieldReasons ?? []
  if (step === null || step.reason === null || own.length === 0) return null
  // Where the reviewer gave none, the server joins those of the fields.
  return own.every(({ reason }) => step.reason?.includes(reason)) ? null : step.reason
}
