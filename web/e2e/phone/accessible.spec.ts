import { expect, test, type Page } from '@playwright/test'
import { Calls } from '../calls'
import { newestCode, somebody, type Somebody } from '../people'
import { expectAccessibleInLightAndDark, watchPolicy } from '../quality'
import { signIn } from './steps'

const PUBLIC = ['/sign-in', '/stations', '/nowhere']
const OWN = ['/', '/wallet', '/messages', '/me']

// Colours change at once when the scheme does.
test.use({ reducedMotion: 'reduce' })

/** No violation of WCAG 2.2 A and AA on the page as it is, light and dark, and one heading. */
async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await page.waitForLoadState('networkidle', { timeout: 200 }).catch(() => undefined)
  await expectAccessibleInLightAndDark(page)
}

async function expectAccessibleAt(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expectAccessible(page)
}

/** By what is the same in both languages; looks at the page that asks for the code. */
async function signsIn(page: Page, person: Somebody): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('#phone').fill(person.phone)
  await page.locator('form button[type=submit]').click()
  await expect(page.locator('#code')).toBeVisible()
  await expectAccessible(page)
  await page.locator('#code').fill(await newestCode(person.phone))
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** Every step as it is found and once it is filled in; it is not sent. */
async function fillsIn(page: Page, person: Somebody): Promise<void> {
  const steps: Record<string, () => Promise<unknown>> = {
    name: () => page.locator('#name').fill(person.name),
    id: () => page.locator('#idNumber').fill(person.idNumber),
    occupation: () => page.getByRole('radio').first().check({ force: true }),
    platforms: () => page.getByRole('checkbox').first().check({ force: true }),
    employer: async () => undefined,
    community: async () => {
      await page.getByRole('searchbox').fill('luhuitou')
      await page.getByRole('main').getByRole('list').getByRole('button').first().click()
    },
    consent: () => page.getByRole('checkbox').check(),
    check: async () => undefined,
  }
  await page.goto('/apply')
  for (const [step, fill] of Object.entries(steps)) {
    await expect(page).toHaveURL(new RegExp(`/apply/${step}$`))
    await fill()
    await expectAccessible(page)
    if (step !== 'check') await page.locator('form button[type=submit]').click()
  }
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`every page of the worker app is accessible, light and dark, ${language}`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const broken = watchPolicy(page)
    await page.addInitScript((value) => localStorage.setItem('nuanxin-language', value), language)
    for (const path of PUBLIC) await expectAccessibleAt(page, path)
    await page.goto('/stations')
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/stations\/./)
    await expectAccessible(page)

    const person = somebody()
    await signsIn(page, person)
    await expectAccessible(page)
    await fillsIn(page, person)

    const worker = await Calls.worker(person)
    const { id } = await worker.appliesDoubtfully(person)
    await expectAccessibleAt(page, '/')
    const reviewer = await Calls.staff('reviewer')
    await reviewer.post(`/api/v1/review/applications/${id}/return`, {
      reason: '请再看一下',
      fields: ['name', 'employer', 'occupation', 'communityCode'],
    })
    await expectAccessibleAt(page, '/')
    await expectAccessibleAt(page, `/correct/${id}`)
    await worker.post(`/api/v1/applications/${id}/withdraw`)
    await expectAccessibleAt(page, '/')

    await worker.applies(person)
    for (const path of OWN) await expectAccessibleAt(page, path)
    expect(broken).toEqual([])
  })
}

test('nothing runs off the side at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  await signIn(page, person)
  for (const path of [...PUBLIC.slice(1), ...OWN]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(over, path).toBeLessThanOrEqual(0)
  }
})
