import { api } from '../session'
import type { Application } from '../home/application'
import { Sender, untilOnline } from './sender'

/** One for the app: leaving the page and coming back does not begin a second time. */
export const sender = new Sender(async (key, body) => {
  const { data } = await api.POST('/api/v1/applications', {
    params: { header: { 'Idempotency-Key': key } },
    // The document leaves out that these may be null.
    body: body as never,
  })
  return data as unknown as Application
}, untilOnline)
