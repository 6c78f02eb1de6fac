import { api } from '../session'
import type { Application } from '../home/application'
import { Sender, untilOnline } from './sender'

/** One for the app: leaving the page and coming back does not begin a second time. */
export const sender = new Sender(async (key, body) => {
  const { data } = await api.POST('/api/v1/applications', {
    params: { header: { 'Idempotency-Key': key } },
    body,
  })
  return data as Application
}, untilOnline)
