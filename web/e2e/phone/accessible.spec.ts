import { expect, test } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { expectAccessible, watchPolicy } from '../quality'
import { signIn, signInByCall } from './steps'

const PUBLIC = ['/sign-in', '/stations', '/nowhere']
const OWN = ['/', '/wallet', '/messages', '/me']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const language of ['zh-CN', 'en'] as const) {
      test(`every page of the worker app is accessible, ${language}`, async ({ page }) => {
        const broken = watchPolicy(page)
        await page.addInitScript(
          (value) => localStorage.setItem('nuanxin-language', value),
          language,
        )
        for (const path of PUBLIC) await expectAccessible(page, path)
        const person = somebody()
        await (await Calls.worker(person)).applies(person)
        await signInByCall(page, person)
        for (const path of OWN) await expectAccessible(page, path)
        expect(broken).toEqual([])
      })
    }
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
