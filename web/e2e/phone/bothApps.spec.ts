import { expect, test } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { signIn as signInAsStaff } from '../desk/steps'
import { signIn } from './steps'

test('the app and the console in one browser keep a person each', async ({ page, context }) => {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  const desk = await context.newPage()
  await signIn(page, person)
  await signInAsStaff(desk, 'reviewer')

  const isWorker = async () => {
    await page.goto('/me')
    await expect(page.getByText('我们保存了您的哪些信息')).toBeVisible()
  }
  const isReviewer = async () => {
    await desk.goto('/console/')
    await expect(desk.getByRole('navigation').getByRole('link')).toHaveText([
      '概览',
      '入会审核',
      '会员',
    ])
  }
  await isWorker()
  await isReviewer()
  await Promise.all([page.reload(), desk.reload()])
  await isReviewer()
  await isWorker()

  await desk.getByRole('button', { name: '退出登录' }).click()
  await expect(desk.getByLabel('账号')).toBeVisible()
  await isWorker()
  await desk.reload()
  await expect(desk.getByLabel('账号')).toBeVisible()

  await signInAsStaff(desk, 'reviewer')
  await isWorker()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByLabel('手机号')).toBeVisible()
  await isReviewer()
})

test('the app shows its own sign-in to staff, and the console to workers', async ({ page }) => {
  await signInAsStaff(page, 'reviewer')
  await page.goto('/')
  await expect(page.getByLabel('手机号')).toBeVisible()
  await page.context().clearCookies()

  await signIn(page, somebody())
  await page.goto('/console/')
  await expect(page.getByLabel('账号')).toBeVisible()
})
