import { surely } from '../consequence'
import { drafts } from '../apply/drafts'
import { api, session } from '../session'
import { answered, isOpen, lookAtAffairs } from './affairs'
import type { Application } from './application'

/**
 * Takes an open application back, and with it what was typed to correct it. Where it is not open any
 * more, since the union was faster or only the answer to an earlier try was lost, it is shown as it
 * stands now.
 *
 * @throws Problem when it stands as before
 * @throws NotKnown when that cannot be told
 */
export async function withdraw(id: string): Promise<void> {
  const owner = session.person.value?.id ?? ''
  await surely(
    async () => {
      const { data } = await api.POST('/api/v1/applications/{id}/withdraw', {
        params: { path: { id } },
      })
      answered(data as Application, '')
    },
    'not-open',
    async () => {
      await lookAtAffairs()
      return !isOpen(id)
    },
  )
  await drafts.remove(`${owner}/correct/${id}`)
}
