import { createApi } from '@nuanxin/api'
import { Session, STAFF } from '@nuanxin/ui'

/** The staff member's session in this browser. */
export const session = new Session('console', STAFF)

/** Everything a page asks the gateway. */
export const api = createApi(session)
