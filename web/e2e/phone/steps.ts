import { expect, type Page } from '@playwright/test'
import { newestCode, type Somebody } from '../people'

/** Signs in as a worker does: phone, then the code that came. */
export async function signIn(page: Page, person: Somebody): Promise<void> {
  await page.goto('/')
  await page.getByLabel('手机号').fill(person.phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  const code = page.getByLabel('6 位验证码')
  await expect(code).toBeVisible()
  // The sixth digit signs in by itself.
  await code.fill(await newestCode(person.phone))
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** Fills in every page of the application, up to the check before sending. */
export async function fillIn(page: Page, person: Somebody, employer?: string): Promise<void> {
  const goOn = () => page.getByRole('button', { name: '继续' }).click()
  await fillInToCommunity(page, person, employer)
  await page.getByLabel('搜索社区或村').fill('luhuitou')
  await page.getByRole('button', { name: /鹿回头社区/ }).click()
  await goOn()
  await page.getByLabel('我看明白了，同意').check()
  await goOn()
  await expect(page.getByRole('heading', { name: '请核对一下，没问题就提交' })).toBeVisible()
}

/** Fills in the pages before the one that asks for the community. */
export async function fillInToCommunity(
  page: Page,
  person: Somebody,
  employer?: string,
): Promise<void> {
  const goOn = () => page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('link', { name: '一分钟加入工会' }).click()
  await page.getByLabel('姓名').fill(person.name)
  await goOn()
  await page.getByLabel('身份证号码').fill(person.idNumber)
  await expect(page.getByText('出生日期：')).toBeVisible()
  await goOn()
  await page.getByText('快递员', { exact: true }).click()
  await goOn()
  await expect(page.getByRole('heading', { name: '您在哪些平台接单？' })).toBeVisible()
  await goOn()
  if (employer !== undefined) await page.getByLabel('用人单位').fill(employer)
  await expect(page.getByRole('heading', { name: '您有单位吗？' })).toBeVisible()
  await goOn()
  await expect(page.getByRole('heading', { name: '您住在哪个社区或村？' })).toBeVisible()
}

/** Signs in without the pages, where signing in is not the subject; the page must be open. */
export async function signInByCall(page: Page, person: Somebody): Promise<void> {
  await page.request.post('/api/v1/auth/otp', { data: { phone: person.phone } })
  const code = await newestCode(person.phone)
  await page.evaluate(
    async (body) => {
      await fetch('/api/v1/auth/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    },
    { phone: person.phone, code },
  )
}

/** The service worker has taken over when it is there after a reload. */
export async function worksOffline(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.reload()
  await expect(page.getByRole('navigation')).toBeVisible()
}
