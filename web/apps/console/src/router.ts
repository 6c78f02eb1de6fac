import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { type Area, areasOf } from './areas'
import { session } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the words for the page's title. */
    title: string
    /** The area it belongs to; none for what everybody may see. */
    area?: Area
    /** Whether its parameter only says what is shown beside a list. */
    detailBeside?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: () => import('./pages/SignInPage.vue'),
    meta: { title: 'signIn.title' },
  },
  {
    path: '/dashboard',
    component: () => import('./pages/DashboardPage.vue'),
    meta: { title: 'dashboard.title', area: 'dashboard' },
  },
  {
    path: '/review/:id?',
    component: () => import('./pages/ReviewPage.vue'),
    meta: { title: 'review.title', area: 'review', detailBeside: true },
  },
  {
    path: '/members',
    component: () => import('./pages/MembersPage.vue'),
    meta: { title: 'members.title', area: 'members' },
  },
  {
    path: '/members/:id',
    component: () => import('./pages/MemberPage.vue'),
    meta: { title: 'member.title', area: 'members' },
  },
  {
    path: '/benefits',
    component: () => import('./pages/BenefitsPage.vue'),
    meta: { title: 'benefits.title', area: 'benefits' },
  },
  {
    path: '/stations',
    component: () => import('./pages/StationsPage.vue'),
    meta: { title: 'stations.title', area: 'stations' },
  },
  {
    path: '/flow',
    component: () => import('./pages/FlowPage.vue'),
    meta: { title: 'flow.title', area: 'flow' },
  },
  {
    path: '/dead-letters/:id?',
    component: () => import('./pages/DeadLettersPage.vue'),
    meta: { title: 'deadLetters.title', area: 'dead-letters', detailBeside: true },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'notFound.title' },
  },
]

export const router = createRouter({ history: createWebHistory('/console/'), routes })

router.beforeEach((to) => {
  const person = session.person.value
  if (to.path === '/sign-in') return person === null ? true : start(person.roles)
  if (person === null) {
    return { path: '/sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  }
  if (to.path === '/') return start(person.roles)
  // A page of somebody else's is not there, rather than forbidden.
  if (to.meta.area && !areasOf(person.roles).includes(to.meta.area)) return '/not-found'
  return true
})

function start(roles: readonly string[]): string {
  const first = areasOf(roles)[0]
  return first === undefined ? '/not-found' : `/${first}`
}
