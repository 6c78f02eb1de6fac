import type { Application, Membership } from './application'

/** What a membership card shows. */
export interface Card {
  memberId: string
  /** Empty where it is not known yet. */
  name: string
  number: string
  union: string
  /** Null where it is not known yet. */
  joinedAt: string | null
  state: Membership['state']
}

/** Where a person stands; each kind is a face of the home page. */
export type Standing =
  | { kind: 'none' }
  | { kind: 'review' | 'returned' | 'rejected' | 'withdrawn'; application: Application }
  | { kind: 'joined'; card: Card }
  | { kind: 'ended'; membership: Membership }

/**
 * @param applications newest first
 * @param name for the card as long as the membership is not read yet
 */
export function standingOf(
  applications: readonly Application[],
  membership: Membership | null,
  name = '',
): Standing {
  const latest = applications[0]
  if (latest?.state === 'SUBMITTED' || latest?.state === 'IN_REVIEW') {
    return { kind: 'review', application: latest }
  }
  if (latest?.state === 'RETURNED') return { kind: 'returned', application: latest }
  if (membership !== null && isMember(membership)) {
    return { kind: 'joined', card: cardOf(membership) }
  }
  if (latest?.state === 'REJECTED') return { kind: 'rejected', application: latest }
  if (latest?.state === 'WITHDRAWN') return { kind: 'withdrawn', application: latest }
  if (latest?.state === 'APPROVED' && membership === null) {
    return { kind: 'joined', card: freshCard(latest, name) }
  }
  return membership === null ? { kind: 'none' } : { kind: 'ended', membership }
}

/** Whether an application would be taken: with another one open, or as a member, it is not. */
export function mayApply(standing: Standing): boolean {
  switch (standing.kind) {
    case 'none':
    case 'rejected':
    case 'withdrawn':
      return true
    case 'ended':
      return standing.membership.state !== 'DECEASED'
    default:
      return false
  }
}

/** The union that has to do with it; empty where there is none yet. */
export function unionOf(standing: Standing): string {
  switch (standing.kind) {
    case 'none':
      return ''
    case 'joined':
      return standing.card.union
    case 'ended':
      return standing.membership.union.name
    default:
      return standing.application.union.name
  }
}

/** Whether it lasts, be it good for anything now or not. */
export function isMember(membership: Membership): boolean {
  return ['ACTIVE', 'SUSPENDED', 'LAPSED'].includes(membership.state)
}

function cardOf(membership: Membership): Card {
  return {
    memberId: membership.memberId,
    name: membership.name,
    number: membership.membershipNumber,
    union: membership.union.name,
    joinedAt: membership.joinedAt,
    state: membership.state,
  }
}

/** The card that an approval brings, before the membership was read. */
function freshCard(application: Application, name: string): Card {
  const approved = application.history.findLast((step) => step.action === 'APPROVED')
  return {
    memberId: application.memberId ?? '',
    name,
    number: application.membershipNumber ?? '',
    union: application.union.name,
    joinedAt: approved?.at ?? application.submittedAt,
    state: 'ACTIVE',
  }
}
