import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import {
  START_LOCATION,
  type RouteLocationNormalized,
  type RouteLocationRaw,
  type Router,
} from 'vue-router'
import type { Session } from './session'
import type { Person } from './sessionCalls'

/** What an app knows of its pages. */
export interface Rules {
  /** Whether a page is for somebody who is signed in. */
  isOwn(page: RouteLocationNormalized): boolean
  /** Where to lead this person instead; true where the page is theirs. */
  lead(page: RouteLocationNormalized, person: Person): true | RouteLocationRaw
}

/** What stands in the place of a page that cannot be shown yet. */
export interface Entrance {
  waiting: ComputedRef<boolean>
  /** Whether that takes so long that the person should be told. */
  lost: ComputedRef<boolean>
  busy: Readonly<Ref<boolean>>
  /** Tries again at once. */
  again(): void
}

const SIGN_IN = '/sign-in'

/**
 * Lets people to the pages that are theirs. As long as nobody knows whether somebody is signed in,
 * an address stays what it is and its page waits; pages for everybody wait for nothing.
 */
export function guardPages(router: Router, session: Session, rules: Rules): Entrance {
  const here = router.currentRoute

  function decide(to: RouteLocationNormalized): true | RouteLocationRaw {
    if (!session.known.value) return true
    const person = session.person.value
    if (person !== null) return rules.lead(to, person)
    return rules.isOwn(to) ? signInFor(to) : true
  }

  router.beforeEach(decide)
  // Once more, for a page's script may come after the answer that decides about it.
  router.beforeResolve(decide)
  watch([session.known, () => session.person.value?.id], async () => {
    // The first way leads on by itself.
    if (here.value === START_LOCATION) await router.isReady().catch(() => undefined)
    // Whoever signs in is led on by that page.
    if (here.value === START_LOCATION || here.value.path === SIGN_IN) return
    const decision = decide(here.value)
    if (decision === true) return
    // Who signed out on purpose is not led back here, nor is whoever comes next.
    await router.replace(session.ended.value === 'asked' ? SIGN_IN : decision)
  })

  // Of a session that has ended nothing stays on the screen until another page is there.
  const waiting = computed(
    () =>
      here.value === START_LOCATION || (rules.isOwn(here.value) && session.person.value === null),
  )
  const isLostPage = ref(false)
  router.onError(() => (isLostPage.value = waiting.value))
  router.afterEach(() => (isLostPage.value = false))
  const again = () => (isLostPage.value ? location.reload() : session.asking.again())
  addEventListener('online', () => isLostPage.value && location.reload())

  return {
    waiting,
    lost: computed(() => isLostPage.value || session.asking.lost.value),
    busy: session.asking.busy,
    again,
  }
}

function signInFor(to: RouteLocationNormalized): RouteLocationRaw {
  return { path: SIGN_IN, query: to.path === '/' ? {} : { to: to.fullPath } }
}
