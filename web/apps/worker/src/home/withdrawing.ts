import { Problem } from '@nuanxin/api'
import { drafts } from '../apply/drafts'
import { api, session } from '../session'
import { answered, lookAtAffairs } from './affairs'
import type { Application } from './application'

/**
 * Takes an open application back, and with it what was typed to correct it. Where it is not open any
 * more, since the union was faster or only the answer to an earlier try was lost, this looks how it
 * stands now.
 *
 * @throws Problem when it stands as before
 */
export async function withdraw(id: string): Promise<void> {
  const owner = session.person.value?.id ?? ''
  try {
    const { data } = await api.POST('/api/v1/applications/{id}/withdraw', {
      params: { path: { id } },
    })
    answered(data as Application, '')
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.kind !== 'not-open') throw problem
    await lookAtAffairs()
  }
  await drafts.remove(`${owner}/correct/${id}`)
}
