import { expect, test } from '@playwright/test'
import { Calls } from '../calls'
import { newestCode, somebody } from '../people'
import { stack } from '../stack'
import { signIn, worksOffline } from './steps'

const COOKIE = 'nuanxin_session'
const SESSION = '/api/v1/auth/session'

/** Asks for a session by a cookie, as a stolen phone's browser would. */
function renew(value: string): Promise<Response> {
  return fetch(stack().gateway + SESSION, {
    method: 'POST',
    headers: { cookie: `${COOKIE}=${value}`, 'x-requested-with': 'nuanxin' },
  })
}

test('signs out without a network, and the server ends the session when it is back', async ({
  page,
  context,
}) => {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  await page.goto('/stations')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await signIn(page, person)
  await worksOffline(page)
  await page.getByRole('link', { name: '我的' }).click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
  const cookie = async () => (await context.cookies()).find(({ name }) => name === COOKIE)
  const before = (await cookie())!.value
  const asked: string[] = []
  context.on('request', (request) => {
    if (request.url().endsWith(SESSION)) asked.push(request.method())
  })

  await context.setOffline(true)
  await page.getByRole('button', { name: '退出登录' }).click()

  await expect(page.getByText('您已在这部手机上退出登录')).toBeVisible()
  // No script can take it away.
  expect((await cookie())?.value).toBe(before)
  await page.reload()
  await expect(page.getByText('您已在这部手机上退出登录')).toBeVisible()
  await page.getByRole('link', { name: '去看驿站' }).click()
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await page.goBack()

  await context.setOffline(false)

  await expect(page.getByText('您已在这部手机上退出登录')).toBeHidden({ timeout: 15_000 })
  expect(await cookie()).toBeUndefined()
  expect((await renew(before)).status).toBe(401)
  expect(asked).not.toContain('POST')
  await page.goto('/')
  await expect(page.getByLabel('手机号')).toBeVisible()
})

test('lets two tabs that renew at the same moment both stay signed in', async ({
  page,
  context,
}) => {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  await signIn(page, person)
  const other = await context.newPage()
  let underWay = 0
  let most = 0
  let renewals = 0
  await context.route(`**${SESSION}`, async (route) => {
    most = Math.max(most, ++underWay)
    const answer = await route.fetch()
    // Before the page has it, for then the next may begin.
    underWay--
    if (answer.ok()) renewals++
    await route.fulfill({ response: answer })
  })
  const bothAreIn = async () => {
    await expect(page.getByText('我们保存了您的哪些信息')).toBeVisible()
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('卡包')
  }
  await Promise.all([page.goto('/me'), other.goto('/wallet')])
  await bothAreIn()

  for (let round = 0; round < 6; round++) {
    await Promise.all([page.reload(), other.reload()])
    await bothAreIn()
  }

  expect(renewals).toBeGreaterThan(6)
  // A token is good for one renewal: they went one after the other.
  expect(most).toBe(1)
})

test('a session that ends in the middle says so, and whoever signs in again is where they were', async ({
  page,
  context,
}) => {
  const person = somebody()
  await signIn(page, person)
  await page.getByRole('link', { name: '一分钟加入工会' }).click()
  await page.getByLabel('姓名').fill(person.name)
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('link', { name: '上一步' }).click()
  await page.getByRole('link', { name: '回到首页' }).click()
  const { value } = (await context.cookies()).find(({ name }) => name === COOKIE)!
  const ended = await fetch(stack().gateway + SESSION, {
    method: 'DELETE',
    headers: { cookie: `${COOKIE}=${value}`, 'x-requested-with': 'nuanxin' },
  })
  expect(ended.status).toBe(204)
  // As every service answers once the access token is over as well.
  await context.route('**/api/v1/me/**', (route) => route.fulfill({ status: 401, body: '' }))

  await page.getByRole('link', { name: '卡包' }).click()

  await expect(page.getByText('登录已失效，请重新登录。')).toBeVisible()
  await expect(page).toHaveURL('/sign-in?to=/wallet')
  await context.unroute('**/api/v1/me/**')
  await page.getByLabel('手机号').fill(person.phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await expect(page.getByLabel('6 位验证码')).toBeVisible()
  await page.getByLabel('6 位验证码').fill(await newestCode(person.phone))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('卡包')
  await expect(page).toHaveURL('/wallet')
  // What was typed before is there.
  await page.goto('/apply/name')
  await expect(page.getByLabel('姓名')).toHaveValue(person.name)
})
