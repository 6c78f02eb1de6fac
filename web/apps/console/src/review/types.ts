/** Where an application stands. */
export type ApplicationState =
  'SUBMITTED' | 'IN_REVIEW' | 'RETURNED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN'

/** An application in the queue, personal data masked. */
export interface QueueItem {
  id: string
  state: ApplicationState
  dueAt: string | null
  /** `CALENDAR_NOT_PUBLISHED` where nobody can say by when it is due. */
  warning: string | null
  submittedAt: string
  version: number
  union: { id: string; name: string; route: string }
  name: string
  idNumber: string
  phone: string
  occupation: string
  employer: string | null
  communityCode: string
  /** Of its latest step: names of the rules that did not pass, or somebody's words. */
  reason: string | null
}

/** One page of a list. */
export interface Page<T> {
  items: T[]
  next: string | null
}

/** One step of an application's history. */
export interface Step {
  at: string
  actor: string
  action: string
  reason: string | null
  fields: string[]
  /** Why each field was returned; told by newer servers only. */
  fieldReasons?: { field: string; reason: string }[]
  /** Why it was refused; told by newer servers only. */
  code?: string | null
}

/** What was sent, in plain. */
export interface Form {
  name: string
  idNumber: string
  phone: string
  occupation: string
  platforms: string[]
  employer: { name: string } | null
  communityCode: string
  stationCode: string | null
  consentVersion: string
  language: string
}

/** Another application of the same person. */
export interface Duplicate {
  id: string
  state: ApplicationState
  submittedAt: string
  decidedAt: string | null
}

/** One application in full. The last two are told to staff, and by newer servers only. */
export interface Application {
  id: string
  state: ApplicationState
  dueAt: string | null
  memberId: string | null
  membershipNumber: string | null
  union: { id: string; name: string; route: string; reason: string }
  submittedAt: string
  version: number
  returnedFields: string[]
  form: Form | null
  history: Step[]
  duplicates?: Duplicate[] | null
  failedRules?: string[] | null
}

/** A union, as the list of all gives it. */
export interface Union {
  id: string
  name: string
  kind: string
}
