import { expect, test, type Page } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { stack } from '../stack'
import { signIn } from './steps'

const COOKIE = 'nuanxin_session'
const SESSION = '/api/v1/auth/session'

/** Asks for a session by a cookie, as a stolen phone's browser would. */
function renew(value: string): Promise<Response> {
  return fetch(stack().gateway + SESSION, {
    method: 'POST',
    headers: { cookie: `${COOKIE}=${value}`, 'x-requested-with': 'nuanxin' },
  })
}

async function worksOffline(page: Page): Promise<void> {
  // The service worker has taken over when it is there after a reload.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.reload()
  await expect(page.getByRole('navigation')).toBeVisible()
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
