import type { components, Told, TimelineItem as OwnTimelineItem } from '@nuanxin/api'

type Schemas = components['schemas']

export type { Grant, MembershipState, Message } from '@nuanxin/api'

/** A member in the list, personal data masked. Who has never joined has no number and no state. */
export type MemberItem = Told<Schemas['MemberItem'], 'membershipNumber' | 'state' | 'joinedAt'>

/** A member, masked. */
export type Member = Told<Schemas['MemberView'], 'membershipNumber' | 'state' | 'joinedAt'>

/** Everything about a member in plain; that it was seen, by whom and what for, is written down. */
export type Disclosure = Told<
  Schemas['DisclosureView'],
  'state' | 'membershipNumber' | 'employer' | 'communityName' | 'stationCode',
  { joinings: Told<Schemas['DisclosedJoining'], 'leftAt'>[] }
>

/** A member's phone as it is now: none where it is null, nor taken from anybody. */
export type PhoneLinked = Told<Schemas['PhoneLinkView'], 'phoneMasked' | 'takenFrom'>

/** A step on the member's own page, with the event behind it. */
export type TimelineItem = Omit<OwnTimelineItem, 'source'> & {
  /** The service it comes from; told by newer servers only. */
  source?: string
  /** The event that told of it; null where nothing has happened yet or it is not known. */
  event?: Told<Schemas['StepEvent']> | null
}
