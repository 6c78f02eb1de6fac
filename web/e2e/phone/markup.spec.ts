import { expect, test, type Page } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { watchPolicy } from '../quality'
import { signIn } from './steps'

const MARKUP = '<img src=x onerror="document.title=`ran`"><b>粗</b>'

/** It stands there letter for letter, made no element, and did nothing. */
async function expectAsText(page: Page): Promise<void> {
  await expect(page.getByText(MARKUP).first()).toBeVisible()
  await expect(page.locator('main').locator('b, img[src="x"]')).toHaveCount(0)
  await expect(page).not.toHaveTitle('ran')
}

/** Puts a value in the place of the field's in every answer of this path. */
async function answersWith(page: Page, path: string, field: string): Promise<void> {
  await page.route(path, async (route) => {
    const answer = await route.fetch()
    const text = await answer.text()
    const body = JSON.parse(text, (key: string, value: unknown) => (key === field ? MARKUP : value))
    await route.fulfill({ response: answer, json: body })
  })
}

test("shows markup in a reviewer's reason as text, where it is read and where it is answered", async ({
  page,
}) => {
  const broken = watchPolicy(page)
  const person = somebody()
  const { id } = await (await Calls.worker(person)).appliesDoubtfully(person)
  const reviewer = await Calls.staff('reviewer')
  await reviewer.post(`/api/v1/review/applications/${id}/return`, {
    reason: MARKUP,
    fields: ['employer'],
  })
  await signIn(page, person)

  await expectAsText(page)
  await page.getByRole('link', { name: '现在更正' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('更正申请')
  await expectAsText(page)
  await page.getByLabel('用人单位').fill('')
  await page.getByRole('button', { name: '重新提交' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工会正在审核')
  await reviewer.post(`/api/v1/review/applications/${id}/reject`, { reason: MARKUP })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请没有通过')
  await expectAsText(page)
  await page.getByRole('link', { name: /消息/ }).click()
  await page.getByRole('article').first().getByRole('button').click()
  await expect(page.locator('main').locator('b, img[src="x"]')).toHaveCount(0)
  expect(broken).toEqual([])
})

test('shows markup in a name as text, if ever one got past the service', async ({ page }) => {
  const broken = watchPolicy(page)
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  for (const path of ['**/api/v1/me', '**/api/v1/me/record']) await answersWith(page, path, 'name')
  await answersWith(page, '**/api/v1/me/messages?*', 'title')
  await signIn(page, person)

  await expect(page.getByRole('article', { name: '会员卡' })).toBeVisible()
  await expectAsText(page)
  await page.getByRole('link', { name: /消息/ }).click()
  await expectAsText(page)
  await page.getByRole('link', { name: '我的' }).click()
  await page.getByRole('button', { name: '显示完整信息' }).click()
  await expectAsText(page)
  expect(broken).toEqual([])
})

test('refuses markup in a name, and shows what was typed as it was typed', async ({ page }) => {
  await signIn(page, somebody())
  await page.getByRole('link', { name: '一分钟加入工会' }).click()
  await page.getByLabel('姓名').fill(MARKUP)
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByRole('alert')).toHaveText('姓名里只能有文字、空格、· 和 -。')
  await expect(page.getByLabel('姓名')).toHaveValue(MARKUP)
  await page.reload()
  await expect(page.getByLabel('姓名')).toHaveValue(MARKUP)
  await expect(page).not.toHaveTitle('ran')
})
