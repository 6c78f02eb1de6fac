import { expect, test, type Page } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { violations } from '../quality'
import { signIn as signInAsStaff } from '../desk/steps'
import { fillIn, signIn, worksOffline } from './steps'

const SESSION = '**/api/v1/auth/session'
const NOT_REACHED = '我们还联系不上服务器'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const firstStation = (page: Page) => page.getByRole('main').getByRole('listitem').first()

test('a phone that dies in mid-send, and wakes up without a network, makes one application', async ({
  page,
  context,
}) => {
  const person = somebody()
  await page.goto('/stations')
  await expect(firstStation(page)).toBeVisible()
  await signIn(page, person)
  await worksOffline(page)
  await fillIn(page, person)

  await context.setOffline(true)
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByText('一有网络就会自动提交')).toBeVisible()
  await page.reload()

  await expect(heading(page)).toHaveText(NOT_REACHED)
  await expect(page.getByText('等有了网络，这一页会自己打开')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/apply/check')
  // What needs no session is there meanwhile.
  await page.getByRole('link', { name: '去看驿站' }).click()
  await expect(firstStation(page)).toBeVisible()
  await page.goBack()
  await expect(heading(page)).toHaveText(NOT_REACHED)

  await context.setOffline(false)

  await expect(page.getByRole('article', { name: '会员卡' })).toBeVisible()
  const { items } = await (
    await Calls.worker(person)
  ).get<{ items: unknown[] }>('/api/v1/me/applications')
  expect(items).toHaveLength(1)
})

test('a server that is busy for a while signs nobody out, and the page goes on by itself', async ({
  page,
  context,
}) => {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  await signIn(page, person)
  await context.route(SESSION, (route) => route.fulfill({ status: 503, body: '' }))

  await page.goto('/wallet')

  await expect(heading(page)).toHaveText(NOT_REACHED)
  await expect(page).toHaveURL('/wallet')
  await expect(page).toHaveTitle('卡包 · 暖新')
  expect(await violations(page)).toEqual([])
  await expect(page.getByRole('button', { name: /再试一次|正在联系/ })).toBeVisible()
  await context.unroute(SESSION)
  await expect(heading(page)).toHaveText('卡包')
  await expect(heading(page)).toBeFocused()
})

test('trying again is a press away', async ({ page, context }) => {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  await signIn(page, person)
  let tries = 0
  await context.route(SESSION, (route) => {
    tries++
    return route.fulfill({ status: 503, headers: { 'retry-after': '30' }, body: '' })
  })
  await page.goto('/wallet')
  await expect(heading(page)).toHaveText(NOT_REACHED)
  await expect(page.getByRole('button', { name: '再试一次' })).toBeVisible()
  expect(tries).toBe(1)
  await context.unroute(SESSION)

  await page.getByRole('button', { name: '再试一次' }).click()

  await expect(heading(page)).toHaveText('卡包')
})

test('a network that hangs leaves no page blank', async ({ page, context }) => {
  await page.goto('/stations')
  await expect(firstStation(page)).toBeVisible()
  await context.route(SESSION, () => undefined)

  await page.goto('/stations')
  await expect(firstStation(page)).toBeVisible()
  await expect(page).toHaveTitle('驿站 · 暖新')
  await page.goto('/me')
  await expect(heading(page)).toHaveText('我的')
  await expect(heading(page)).toHaveText(NOT_REACHED)
  await page.goto('/console/members')
  await expect(heading(page)).toHaveText('会员')
  await expect(heading(page)).toHaveText(NOT_REACHED)
  await expect(page).toHaveTitle('会员 · 暖新工作台')
})

test('the console, too, goes on where it was when the server is back', async ({
  page,
  context,
}) => {
  await signInAsStaff(page, 'reviewer')
  await context.route(SESSION, (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto('/console/members')
  await expect(heading(page)).toHaveText(NOT_REACHED)
  await context.unroute(SESSION)
  await expect(heading(page)).toHaveText('会员')
  await expect(page).toHaveURL('/console/members')
})

test.describe('before there is any script', () => {
  for (const [path, words] of [
    ['/', '暖新正在打开'],
    ['/console/', '暖新工作台正在打开'],
  ] as const) {
    test(`${path} says that it opens`, async ({ page }) => {
      await page.route('**/assets/*.js', () => undefined)
      await page.goto(path, { waitUntil: 'commit' })
      await expect(page.getByText(words)).toBeVisible()
      await expect(page.getByText(/is opening/)).toBeVisible()
    })
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const path of ['/', '/console/']) {
    test(`${path} says what it needs, in both languages`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByText(/浏览器关掉了 JavaScript/)).toBeVisible()
      await expect(page.getByText(/JavaScript is off in this browser/)).toBeVisible()
      await expect(page.getByText(/正在打开/)).toBeHidden()
    })
  }
})
