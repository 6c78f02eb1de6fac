import { guardPages } from '@nuanxin/ui'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { session } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the words for the page's title. */
    title: string
    /** Whether a person must be signed in. */
    own?: boolean
    /** Which tab of the bar is the present one. */
    tab?: 'home' | 'wallet' | 'messages' | 'stations' | 'me'
  }
}

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    component: () => import('./pages/HomePage.vue'),
    meta: { title: 'home.title', own: true, tab: 'home' },
  },
  {
    path: '/sign-in',
    component: () => import('./pages/SignInPage.vue'),
    meta: { title: 'signIn.title' },
  },
  {
    path: '/apply/:step?',
    component: () => import('./pages/ApplyPage.vue'),
    meta: { title: 'apply.title', own: true },
  },
  {
    path: '/correct/:id',
    component: () => import('./pages/CorrectPage.vue'),
    meta: { title: 'correct.title', own: true },
  },
  {
    path: '/wallet',
    component: () => import('./pages/WalletPage.vue'),
    meta: { title: 'wallet.title', own: true, tab: 'wallet' },
  },
  {
    path: '/messages',
    component: () => import('./pages/MessagesPage.vue'),
    meta: { title: 'messages.title', own: true, tab: 'messages' },
  },
  {
    path: '/stations',
    component: () => import('./pages/StationsPage.vue'),
    meta: { title: 'stations.title', tab: 'stations' },
  },
  {
    path: '/stations/:id',
    component: () => import('./pages/StationPage.vue'),
    meta: { title: 'station.title', tab: 'stations' },
  },
  {
    path: '/me',
    component: () => import('./pages/MePage.vue'),
    meta: { title: 'me.title', own: true, tab: 'me' },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'notFound.title' },
  },
]

export const router = createRouter({
  history: createWebHistory('/'),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
})

/** What is shown while a page waits for the session. */
export const entrance = guardPages(router, session, {
  isOwn: (to) => to.meta.own === true,
  lead: (to) => (to.path === '/sign-in' ? '/' : true),
})

/** Begins to fetch what shows this path, where that is a script of its own. */
export function fetchPage(path: string): void {
  for (const { components } of router.resolve(path).matched) {
    const page = components?.default as (() => Promise<unknown>) | undefined
    // What fails is asked for again, and told of, when the page is opened.
    if (typeof page === 'function') void page().catch(() => undefined)
  }
}
