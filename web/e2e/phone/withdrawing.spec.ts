import { expect, test } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { violations } from '../quality'
import { signIn } from './steps'

test('withdraws an application in review, and may apply again with what was filled in', async ({
  page,
}) => {
  const person = somebody()
  const worker = await Calls.worker(person)
  const { id } = await worker.appliesDoubtfully(person)
  await signIn(page, person)
  await page.getByRole('button', { name: '撤回我的申请' }).click()
  const asked = page.getByRole('dialog', { name: '真的要撤回申请吗？' })
  await expect(asked).toContainText('没有保险、体检和礼包')
  await expect(asked.getByRole('button', { name: '不撤回' })).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  expect(await worker.get(`/api/v1/applications/${id}`)).toMatchObject({ state: 'IN_REVIEW' })

  await page.getByRole('button', { name: '撤回我的申请' }).click()
  await page.getByRole('button', { name: '确认撤回' }).click()

  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('您撤回了申请')
  await expect(heading).toBeFocused()
  expect(await worker.get(`/api/v1/applications/${id}`)).toMatchObject({ state: 'WITHDRAWN' })
  await page.getByRole('link', { name: '重新申请' }).click()
  await expect(page.getByRole('heading', { name: '请您看一下，同意后再继续' })).toBeVisible()
})

test('withdraws an application that was given back', async ({ page }) => {
  const person = somebody()
  const { id } = await (await Calls.worker(person)).appliesDoubtfully(person)
  const reviewer = await Calls.staff('reviewer')
  await reviewer.post(`/api/v1/review/applications/${id}/return`, {
    reason: '请填写单位全称',
    fields: ['employer'],
  })
  await signIn(page, person)

  await page.getByRole('button', { name: '撤回我的申请' }).click()
  await page.getByRole('button', { name: '确认撤回' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您撤回了申请')
})

test('is shown the decision where the union was faster', async ({ page, context }) => {
  const person = somebody()
  const { id } = await (await Calls.worker(person)).appliesDoubtfully(person)
  await signIn(page, person)
  await page.getByRole('button', { name: '撤回我的申请' }).click()
  // Nothing of it is heard live, or the question would be gone before it is answered.
  await context.route('**/stream', (route) => route.abort())
  await page.evaluate(() => dispatchEvent(new Event('online')))
  const reviewer = await Calls.staff('reviewer')
  await reviewer.post(`/api/v1/review/applications/${id}/reject`, { reason: '不在三亚工作' })

  await page.getByRole('button', { name: '确认撤回' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请没有通过')
  await expect(page.getByText('不在三亚工作').first()).toBeVisible()
})
