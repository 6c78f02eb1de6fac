import type { Application, components, Form, Occupation, Step, Told } from '@nuanxin/api'

export type { Application, Occupation } from '@nuanxin/api'

/** What people work as. */
export const OCCUPATIONS = [
  'COURIER',
  'FOOD_DELIVERY_RIDER',
  'RIDE_HAILING_DRIVER',
  'TRUCK_DRIVER',
  'LIVE_STREAMER',
  'OTHER',
] as const satisfies readonly Occupation[]

/** An application as it is sent, which is as its form is told again. */
export type ApplicationBody = Form

/** One step of an application's history. */
export type HistoryStep = Step

/** The membership as its member sees it. */
export type Membership = Told<Omit<components['schemas']['MeView'], 'language'>, 'leftAt'>

/** What may happen to an application; the document has any word for it. */
type Action =
  | 'SUBMITTED'
  | 'SENT_TO_REVIEW'
  | 'APPROVED'
  | 'RETURNED'
  | 'RESUBMITTED'
  | 'REJECTED'
  | 'WITHDRAWN'

/** The latest step of this kind; null where there was none. */
export function lastStep(application: Application, action: Action): HistoryStep | null {
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
