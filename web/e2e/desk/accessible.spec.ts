import { expect, test } from '@playwright/test'
import { expectAccessible, watchPolicy } from '../quality'
import { account } from '../stack'

const PAGES = {
  admin: ['dashboard', 'review', 'members', 'benefits', 'stations', 'not-found'],
  ops: ['flow', 'dead-letters'],
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['zh-CN', 'en'] as const) {
    test.describe(`in ${colorScheme}, ${language}`, () => {
      test.use({ colorScheme })

      for (const [username, pages] of Object.entries(PAGES)) {
        test(`every console page of ${username} is accessible`, async ({ page }) => {
          const broken = watchPolicy(page)
          await page.addInitScript(
            (value) => localStorage.setItem('nuanxin-language', value),
            language,
          )
          await expectAccessible(page, '/console/sign-in')
          const { password } = account(username)
          await page.evaluate(
            async (body) => {
              await fetch('/api/v1/auth/session', {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(body),
              })
            },
            { username, password },
          )
          for (const each of pages) await expectAccessible(page, `/console/${each}`)
          expect(broken).toEqual([])
        })
      }
    })
  }
}
