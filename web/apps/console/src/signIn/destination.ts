import type { Router } from 'vue-router'
import { areasOf } from '../areas'

/** Where to go after signing in: where somebody was about to go, if it is theirs to see. */
export function destinationOf(wanted: unknown, roles: readonly string[], router: Router): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return '/'
  const { area } = router.resolve(wanted).meta
  return area !== undefined && areasOf(roles).includes(area) ? wanted : '/'
}
