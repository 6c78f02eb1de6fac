import type { components } from './schema'
import type { Told } from './told'

type Schemas = components['schemas']

export type ApplicationState = NonNullable<Schemas['ApplicationView']['state']>
export type MembershipState = NonNullable<Schemas['MeView']['state']>
export type Occupation = NonNullable<Schemas['MemberItem']['occupation']>

/** What was sent, in plain. */
export type Form = Told<
  Schemas['FormView'],
  'employer' | 'stationCode',
  // A word each in the document, since what was sent may be anything until it is checked.
  { occupation: Occupation; language: 'zh-CN' | 'en' }
>

/** One step of an application's history. */
export type Step = Told<
  Schemas['StepView'],
  'reason',
  {
    /** Of a return, what is said about one field alone; told by newer servers only. */
    fieldReasons?: Told<Schemas['FieldReason']>[] | null
    /** Of a rejection, the ground that it is on: a newer server may have others. */
    code?: string | null
  }
>

/** Another application of the same person. */
export type Duplicate = Told<Schemas['DuplicateView'], 'decidedAt'>

/** An application. The form is told to who may see it, the last two to staff. */
export type Application = Told<
  Schemas['ApplicationView'],
  'dueAt' | 'memberId' | 'membershipNumber',
  {
    form: Form | null
    history: Step[]
    duplicates?: Duplicate[] | null
    failedRules?: string[] | null
  }
>

/** A step on the worker's page. */
export type TimelineItem = Told<Schemas['TimelineItem'], 'expectedBy' | 'reason'>

/** A benefit of a member, a promise of the union. */
export type Grant = Told<
  Schemas['GrantView'],
  'issuedAt' | 'validFrom' | 'validUntil' | 'reference' | 'reason' | 'expectedBy'
>

/** A message to a member. */
export type Message = Told<Schemas['Item']>
