import { expect, test, type BrowserContext } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { fillIn, signIn } from './steps'

/** The server does what it is asked for first, and its answer never reaches the phone. */
async function loseFirstAnswer(context: BrowserContext, path: string): Promise<void> {
  let lost = false
  await context.route(path, async (route) => {
    if (lost || route.request().method() !== 'POST') return route.continue()
    lost = true
    await route.fetch()
    await route.abort('internetdisconnected')
  })
}

test.describe('where the server did it and only its answer is lost', () => {
  test('who leaves the union is not told to be a member still', async ({ page, context }) => {
    const person = somebody()
    const worker = await Calls.worker(person)
    await worker.applies(person)
    await signIn(page, person)
    await loseFirstAnswer(context, '**/api/v1/me/leave')
    await page.getByRole('link', { name: '我的' }).click()
    await page.getByRole('button', { name: '我要退出工会' }).click()
    await page.getByLabel('我知道保险、体检和礼包会随之取消').check()

    await page.getByRole('button', { name: '确认退出工会' }).click()

    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByText('已退会')).toBeVisible()
    expect(await worker.get('/api/v1/me')).toMatchObject({ state: 'LEFT' })
  })

  test('who leaves is told when nobody can say whether it was done', async ({ page, context }) => {
    const person = somebody()
    await (await Calls.worker(person)).applies(person)
    await signIn(page, person)
    await page.getByRole('link', { name: '我的' }).click()
    await page.getByRole('button', { name: '我要退出工会' }).click()
    await page.getByLabel('我知道保险、体检和礼包会随之取消').check()
    await loseFirstAnswer(context, '**/api/v1/me/leave')
    const me = /\/api\/v1\/me$/
    await context.route(me, (route) => route.abort('internetdisconnected'))

    await page.getByRole('button', { name: '确认退出工会' }).click()

    await expect(page.getByRole('dialog')).toContainText('我们还不知道办成没有')
    await context.unroute(me)
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect(page.getByText('已退会')).toBeVisible()
  })

  test('what is changed after that is not dropped without a word', async ({ page, context }) => {
    const person = somebody()
    await signIn(page, person)
    await fillIn(page, person)
    await loseFirstAnswer(context, '**/api/v1/applications')
    // It does not try again by itself before the name is changed.
    await page.clock.install()
    await page.getByRole('button', { name: '提交申请' }).click()
    await expect(page.getByText('网络断了')).toBeVisible()

    await page.getByRole('link', { name: '修改姓名' }).click()
    await page.getByLabel('姓名').fill('欧阳改名')
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByRole('button', { name: '提交申请' }).click()

    const told = page.getByRole('region', { name: '工会收到的和您后来填的不一样' })
    await expect(told.getByRole('definition')).toHaveText(['欧阳改名'])
    await expect(told).toContainText('请联系')
    await expect(page.getByRole('article', { name: '会员卡' })).toContainText(person.name)
    await page.reload()
    await expect(told).toBeVisible()
    await told.getByRole('button', { name: '知道了' }).click()
    await expect(told).toBeHidden()
    const { items } = await (
      await Calls.worker(person)
    ).get<{ items: unknown[] }>('/api/v1/me/applications')
    expect(items).toHaveLength(1)
  })
})
