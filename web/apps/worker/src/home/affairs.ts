import { Problem } from '@nuanxin/api'
import { computed, ref, watch } from 'vue'
import { api, session } from '../session'
import type { Application, ApplicationBody, Membership } from './application'
import { standingOf } from './standing'

/** What is known of the signed-in person's applications and membership. */
const applications = ref<Application[] | null>(null)
const membership = ref<Membership | null>(null)
const freshName = ref('')

// Answers may overtake each other: what was asked for later knows more.
let asked = 0
let taken = 0

// Another person in the same browser begins with nothing.
watch(
  () => session.person.value?.id,
  () => {
    applications.value = membership.value = null
    freshName.value = ''
  },
)

/** Where the person stands; null while that is not known. */
export const standing = computed(() =>
  applications.value === null
    ? null
    : standingOf(applications.value, membership.value, freshName.value),
)

/** The form of the person's latest application; null before the first. */
export async function latestForm(): Promise<ApplicationBody | null> {
  if (applications.value === null) await lookAtAffairs()
  const id = applications.value?.[0]?.id
  if (id === undefined) return null
  const { data } = await api.GET('/api/v1/applications/{id}', { params: { path: { id } } })
  return (data as Application).form
}

/** Whether this application, as far as known, still waits for the union or the applicant. */
export function isOpen(id: string): boolean {
  const found = applications.value?.find((each) => each.id === id)
  return found !== undefined && ['SUBMITTED', 'IN_REVIEW', 'RETURNED'].includes(found.state)
}

/** Takes the answer to what was just sent, so that it is shown without asking again. */
export function answered(application: Application, name: string): void {
  taken = ++asked
  const others = (applications.value ?? []).filter((each) => each.id !== application.id)
  applications.value = [application, ...others]
  freshName.value = name
  // An earlier membership is over, or this would not have been taken.
  if (application.state === 'APPROVED') membership.value = null
}

/** @throws Problem when it cannot be known now; what was known stays */
export async function lookAtAffairs(signal?: AbortSignal): Promise<void> {
  const owner = session.person.value?.id
  const turn = ++asked
  const [sent, own] = await Promise.all([ownApplications(signal), ownMembership(signal)])
  if (session.person.value?.id !== owner || turn < taken) return
  taken = turn
  applications.value = sent
  membership.value = own
}

async function ownApplications(signal?: AbortSignal): Promise<Application[]> {
  const { data } = await api.GET('/api/v1/me/applications', signal === undefined ? {} : { signal })
  return (data?.items ?? []) as Application[]
}

async function ownMembership(signal?: AbortSignal): Promise<Membership | null> {
  try {
    const { data } = await api.GET('/api/v1/me', signal === undefined ? {} : { signal })
    return (data ?? null) as Membership | null
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) return null
    throw failure
  }
}
