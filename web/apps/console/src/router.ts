import { guardPages, type Person } from '@nuanxin/ui'
import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteLocationRaw,
  type RouteRecordRaw,
} from 'vue-router'
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
  // Leads on to where each person begins, once it is known who that is.
  { path: '/', component: () => import('./pages/NotFoundPage.vue') },
  {
    path: '/:rest(.*)*',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'notFound.title' },
  },
]

export const router = createRouter({ history: createWebHistory('/console/'), routes })

/** What is shown while a page waits for the session. */
export const entrance = guardPages(router, session, {
  isOwn: (to) => to.path !== '/sign-in',
  lead,
})

function lead(to: RouteLocationNormalized, { roles }: Person): true | RouteLocationRaw {
  if (to.path === '/' || to.path === '/sign-in') return start(roles)
  // A page of somebody else's is not there, rather than forbidden.
  return to.meta.area && !areasOf(roles).includes(to.meta.area) ? '/not-found' : true
}

function start(roles: readonly string[]): string {
  const first = areasOf(roles)[0]
  return first === undefined ? '/not-found' : `/${first}`
}
