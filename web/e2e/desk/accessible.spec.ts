import { expect, test, type Page } from '@playwright/test'
import { expectAccessibleInLightAndDark, expectNoSidewaysBar, watchPolicy } from '../quality'
import { LETTER, withDeadLetter } from './letters'
import { memberId, signInByCall, waiting } from './steps'

const PAGES = {
  admin: ['dashboard', 'members', 'benefits', 'stations', 'not-found'],
  ops: ['flow', 'dead-letters', `dead-letters/${LETTER}`],
}
const LANGUAGES = ['zh-CN', 'en'] as const
/** Keys that open a dialog before an application: return, refuse, another union, help. */
const ASKING = ['r', 'x', 'Shift+A', '?']

let application = ''
let member = ''

test.beforeAll(async () => {
  application = (await waiting(1))[0]!.id
  member = await memberId()
})

/** Neither the page nor a part of it has to be scrolled sideways. */
async function expectNoBar(page: Page): Promise<void> {
  await expectNoSidewaysBar(page)
  const inside = await page.evaluate(() => {
    const root = document.documentElement
    const found = ['100%', '200%'].flatMap((fontSize) => {
      root.style.fontSize = fontSize
      return [...document.querySelectorAll('main *, dialog[open]')]
        .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX))
        .filter((each) => each.scrollWidth > each.clientWidth + 1)
        .map((each) => `${each.className} at ${fontSize}`)
    })
    root.style.fontSize = ''
    return found
  })
  expect(inside, page.url()).toEqual([])
}

/** The addresses that somebody with this account looks at. */
const pagesOf = (username: keyof typeof PAGES) =>
  username === 'admin' ? [...PAGES.admin, `members/${member}`] : PAGES.ops

/** Looks at the application, and at each dialog in front of it. */
async function atApplication(page: Page, look: (within: string) => Promise<void>): Promise<void> {
  await page.goto(`/console/review/${application}`)
  await expect(page.locator('[aria-keyshortcuts=R]')).toBeVisible()
  await look('html')
  for (const key of ASKING) {
    await page.keyboard.press(key)
    await expect(page.locator('dialog[open]')).toBeVisible()
    await look('dialog[open]')
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
}

/** The page as it is: one heading, nothing under way, and no violation in light or in dark. */
async function expectAccessiblePage(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('main[aria-busy]')).toHaveCount(0)
  await page.waitForLoadState('networkidle', { timeout: 200 }).catch(() => undefined)
  await expectAccessibleInLightAndDark(page)
}

for (const language of LANGUAGES) {
  for (const username of ['admin', 'ops'] as const) {
    test(`every console page of ${username} is accessible, light and dark, ${language}`, async ({
      page,
    }) => {
      const broken = watchPolicy(page)
      await page.addInitScript((value) => localStorage.setItem('nuanxin-language', value), language)
      await withDeadLetter(page)
      await expectAccessiblePage(page, '/console/sign-in')
      await signInByCall(page, username)
      for (const each of pagesOf(username)) await expectAccessiblePage(page, `/console/${each}`)
      if (username === 'admin') {
        await atApplication(page, (within) => expectAccessibleInLightAndDark(page, within))
      }
      expect(broken).toEqual([])
    })
  }
}

test.describe('on 320 px, which is 640 at 200 %', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  for (const username of ['admin', 'ops'] as const) {
    test(`nothing runs off the side for ${username}, nor in text of twice the size`, async ({
      page,
    }) => {
      await withDeadLetter(page)
      await page.goto('/console/sign-in')
      await expectNoSidewaysBar(page)
      await signInByCall(page, username)
      for (const language of LANGUAGES) {
        await page.evaluate((value) => localStorage.setItem('nuanxin-language', value), language)
        for (const each of pagesOf(username)) {
          await page.goto(`/console/${each}`)
          await page.waitForLoadState('networkidle', { timeout: 200 }).catch(() => undefined)
          await expectNoBar(page)
        }
        if (username === 'admin') await atApplication(page, () => expectNoBar(page))
      }
    })
  }
})
