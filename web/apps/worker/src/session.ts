import { createApi } from '@nuanxin/api'
import { Session, WORKERS } from '@nuanxin/ui'
import { drafts } from './apply/drafts'
import { spoken } from './language'

/** A session that takes along, when it is ended on purpose, what was typed and not sent. */
class WorkerSession extends Session {
  override async signOut(): Promise<void> {
    await drafts.clear()
    await super.signOut()
  }
}

/** The worker's session in this browser. */
export const session = new WorkerSession('worker', WORKERS)

/** Everything a page asks the gateway. */
export const api = createApi(session, { language: spoken })
