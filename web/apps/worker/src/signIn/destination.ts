import type { Router } from 'vue-router'

/** Where to after signing in: only to a page of this app, and not to signing in again. */
export function destinationOf(wanted: unknown, router: Router): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return '/'
  const { own, tab } = router.resolve(wanted).meta
  return own === true || tab !== undefined ? wanted : '/'
}
