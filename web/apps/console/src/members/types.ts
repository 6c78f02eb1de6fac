/** Where a membership stands. */
export type MembershipState = 'ACTIVE' | 'SUSPENDED' | 'LAPSED' | 'LEFT' | 'EXPELLED' | 'DECEASED'

/** A member in the list, personal data masked. Who has never joined has no number and no state. */
export interface MemberItem {
  memberId: string
  membershipNumber: string | null
  state: MembershipState | null
  name: string
  phone: string
  union: { id: string; name: string }
  occupation: string
  joinedAt: string | null
}

/** A member, masked. */
export interface Member {
  memberId: string
  name: string
  phone: string
  unionId: string
  state: MembershipState | null
  membershipNumber: string | null
  joinedAt: string | null
  applicationId: string
}

/** Everything about a member in plain; that it was seen, by whom and what for, is written down. */
export interface Disclosure {
  memberId: string
  name: string
  idNumber: string
  phone: string
  language: string
  state: MembershipState | null
  membershipNumber: string | null
  union: { id: string; name: string }
  occupation: string
  platforms: string[]
  employer: string | null
  communityCode: string
  communityName: string | null
  stationCode: string | null
  consentVersion: string
  joinings: { joinedAt: string; leftAt: string | null }[]
  applications: { id: string; state: string; submittedAt: string }[]
}

/** A member's phone as it is now. */
export interface PhoneLinked {
  memberId: string
  /** Null where the member has none. */
  phoneMasked: string | null
  /** The member who had the number until now; null where nobody had it. */
  takenFrom: string | null
}

/** A step on the member's own page, with the event behind it. */
export interface TimelineItem {
  id: string
  type: string
  at: string
  title: string
  status: 'DONE' | 'EXPECTED' | 'LATE' | 'FAILED'
  expectedBy: string | null
  reason: string | null
  /** The service it comes from. */
  source?: string
  /** The event that told of it; null where nothing has happened yet or it is not known. */
  event?: { id: string; type: string; sequence: number } | null
}

/** A benefit of a member. */
export interface Grant {
  id: string
  programme: string
  state: string
  issuedAt: string | null
  validFrom: string | null
  validUntil: string | null
  reference: string | null
  /** Why it waits; null where it does not. */
  reason?: string | null
  expectedBy?: string | null
}

/** A message to a member. */
export interface Message {
  id: string
  at: string
  kind: string
  title: string
  body: string
  language: string
  read: boolean
}
