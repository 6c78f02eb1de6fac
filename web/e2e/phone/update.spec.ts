import { expect, test, type Page } from '@playwright/test'
import { NextVersion } from '../nextVersion'
import { newestCode, somebody } from '../people'

let next: NextVersion
let address: string

test.beforeEach(async () => {
  next = new NextVersion()
  address = await next.begin()
})
test.afterEach(() => next.end())

/** A new version comes out, and the page asks for it as it does every hour. */
async function comesOut(page: Page): Promise<void> {
  next.comesOut()
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
}

test('an update in the middle of the application waits, and loses nothing', async ({ page }) => {
  const person = somebody()
  await page.goto(address)
  await page.getByLabel('手机号').fill(person.phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.getByLabel('6 位验证码').fill(await newestCode(person.phone))
  await page.getByRole('link', { name: '一分钟加入工会' }).click()
  // Under a service worker's control from the start, as at every visit but the first.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.reload()
  await page.getByLabel('姓名').fill(person.name)
  await page.getByRole('button', { name: '继续' }).click()
  const idNumber = page.getByLabel('身份证号码')
  await idNumber.fill(person.idNumber.slice(0, 10))
  await page.evaluate(() => ((window as unknown as { same: boolean }).same = true))
  const isSamePage = () => page.evaluate(() => 'same' in window)

  await comesOut(page)

  await expect(page.getByText('有新版本了')).toBeVisible()
  // Nobody looks: elsewhere it would take over now, but not from a form.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Object.defineProperty(document, 'hidden', { value: false, configurable: true })
  })
  await idNumber.pressSequentially(person.idNumber.slice(10, 12))
  expect(await isSamePage()).toBe(true)

  await page.getByRole('button', { name: '现在更新' }).click()

  // Survives the change of pages, unlike a look at one that is just going.
  await page.waitForFunction(() => !('same' in window))
  await expect(page.getByLabel('身份证号码')).toHaveValue(/^460203/)
  const typed = await page.getByLabel('身份证号码').inputValue()
  expect(typed.replace(/\s/g, '')).toBe(person.idNumber.slice(0, 12))
  await page.getByRole('link', { name: '上一步' }).click()
  await expect(page.getByLabel('姓名')).toHaveValue(person.name)
  // It is the new one: nothing waits any more.
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting),
  ).toBeNull()
})
