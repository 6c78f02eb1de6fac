import { expect, test } from '@playwright/test'
import { somebody } from '../people'
import { stack } from '../stack'
import { signIn } from './steps'

const SMS_FAULTS = `${stack().sandbox}/faults/sms`

async function healSms(): Promise<void> {
  await fetch(SMS_FAULTS, { method: 'DELETE' })
}

async function asksForACode(): Promise<number> {
  const answer = await fetch(`${stack().gateway}/api/v1/auth/otp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone: somebody().phone }),
  })
  return answer.status
}

test.afterEach(healSms)

test('one look tells that text messages do not go out, and that they do again', async ({
  page,
}) => {
  await signIn(page, 'ops')
  const flow = page.getByRole('main')
  await expect(flow.getByText('手机短信')).toBeVisible()
  await expect(flow.getByText('短信 正常')).toBeVisible()

  await fetch(SMS_FAULTS, { method: 'PUT', body: '{"down":true}' })
  expect(await asksForACode()).toBe(503)
  expect(await asksForACode()).toBe(503)

  await expect(flow.getByText('最要紧的：登录服务，短信联系不上。')).toBeVisible()
  await flow.getByRole('button', { name: '看这里' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '登录服务' })).toBeFocused()
  await expect(flow.getByText('验证码不会等')).toBeVisible()

  await healSms()
  // Judged by the calls of the last minute, of which more go well now than failed.
  for (let i = 0; i < 5; i++) expect(await asksForACode()).toBe(202)
  // Of this service: notification-service may have its own messages waiting for some time yet.
  await expect(flow.getByText('最要紧的：登录服务，短信联系不上。')).toHaveCount(0)
  const detail = flow.getByRole('region', { name: '登录服务' })
  await expect(detail.getByText('短信联系不上')).toHaveCount(0)
})
