import { expect, test, type Page } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { signIn } from './steps'

const unread = (page: Page) => page.getByRole('article').filter({ hasText: '未读' })

test('a message read on one phone is read on the other, in its list and on its badge', async ({
  page,
  browser,
}) => {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  await signIn(page, person)
  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, person)
  const badge = other.getByRole('link', { name: /消息/ }).locator('.badge')
  for (const each of [page, other]) await each.getByRole('link', { name: /消息/ }).click()
  // The application's message and one for each of the three benefits.
  for (const each of [page, other]) await expect(unread(each)).toHaveCount(4)
  await expect(badge).toContainText('4')

  const title = await unread(page).first().locator('.title').innerText()
  await unread(page).first().getByRole('button').click()

  await expect(other.getByText('3 条未读', { exact: true })).toBeVisible()
  await expect(badge).toContainText('3')
  await expect(unread(other).filter({ hasText: title })).toHaveCount(0)

  await other.getByRole('link', { name: '首页' }).click()
  await page.getByRole('button', { name: '全部标为已读' }).click()

  await expect(badge).toHaveCount(0)
  await context.close()
})
