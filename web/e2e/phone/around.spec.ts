import { expect, test } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { signIn } from './steps'

test('shows stations from the last snapshot without a network, and says how old it is', async ({
  page,
  context,
}) => {
  await page.goto('/stations')
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first).toBeVisible()
  // The service worker has taken over when it is there after a reload.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.reload()
  await expect(first).toBeVisible()

  await context.setOffline(true)
  await page.clock.setSystemTime(Date.now() + 3 * 3_600_000)
  await page.reload()

  await expect(first).toBeVisible()
  await expect(page.getByText(/手机里保存的驿站，3 小时前更新/)).toBeVisible()
})

test('ends the session of every tab when one signs out', async ({ page, context }) => {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  await signIn(page, person)
  const other = await context.newPage()
  await other.goto('/wallet')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('卡包')

  await page.getByRole('link', { name: '我的' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()

  await expect(other.getByLabel('手机号')).toBeVisible()
  await page.goto('/')
  await expect(page.getByLabel('手机号')).toBeVisible()
})

test('speaks English from sign-in to wallet', async ({ page }) => {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Nuanxin')
  await expect(page).toHaveTitle(/Nuanxin/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Nuanxin')
})

test('leaves no personal data in the address, in web storage or in the log', async ({ page }) => {
  const person = somebody()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await (await Calls.worker(person)).applies(person)
  await signIn(page, person)
  for (const path of ['/wallet', '/messages', '/me']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  )
  for (const text of [kept, ...said, ...addresses]) {
    for (const personal of [person.phone, person.idNumber, person.name]) {
      expect(decodeURIComponent(text)).not.toContain(personal)
    }
  }
})

test('leads somebody who has not applied from the empty wallet to applying', async ({ page }) => {
  await signIn(page, somebody())
  await page.getByRole('link', { name: '卡包' }).click()
  await page.getByRole('link', { name: '一分钟加入工会' }).click()
  await expect(page.getByLabel('姓名')).toBeVisible()
})

test('says of an application of somebody else that there is none, and leads home', async ({
  page,
}) => {
  const other = somebody()
  const { id } = await (await Calls.worker(other)).appliesDoubtfully(other)
  await signIn(page, somebody())
  await page.goto(`/correct/${id}`)
  await expect(page.getByText('没有这份申请，或者它不是您的')).toBeVisible()
  await expect(page.getByRole('button', { name: '再试一次' })).toBeHidden()
  await page.getByRole('main').getByRole('link', { name: '回到首页' }).last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您好！')
})
