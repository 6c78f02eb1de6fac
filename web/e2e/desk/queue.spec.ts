import { expect, test } from '@playwright/test'
import { signIn } from './steps'

const ALL = 10_000
const PAGE = 100
const SECOND = 1_000
// The same at each reading, for that is what the queue is put in order by.
const NOW = Date.now()

/** An application that was made up: this many real ones would take the stack too long. */
function item(number: number) {
  return {
    id: `01m8${String(number).padStart(22, '0')}-1`,
    state: 'IN_REVIEW',
    dueAt: new Date(NOW + 3_600_000 + number * SECOND).toISOString(),
    warning: null,
    submittedAt: new Date(NOW - 3_600_000 + number * SECOND).toISOString(),
    version: 1,
    union: { id: '460203198004', name: '三亚市吉阳区示例社区工会', route: 'COMMUNITY' },
    name: '陈**',
    idNumber: '4602**********0011',
    phone: '139****0001',
    occupation: 'COURIER',
    employer: `示例第 ${number} 分部`,
    communityCode: '460203198004',
    reason: 'EMPLOYER_UNAMBIGUOUS',
  }
}

test('a queue of ten thousand scrolls to its end without a dropped second', async ({ page }) => {
  await page.route('**/api/v1/review/applications?**', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
    const items = Array.from({ length: PAGE }, (_, i) => item(from + i))
    const next = from + PAGE < ALL ? String(from + PAGE) : null
    return route.fulfill({ json: { items, next } })
  })
  await signIn(page, 'reviewer')
  await page.getByRole('navigation').getByRole('link', { name: '入会审核' }).click()
  await expect(page.getByText('示例第 0 分部')).toBeVisible()

  // Frame by frame, for as long as it takes to read all the pages, and back in leaps.
  const longest = await page.locator('.frame').evaluate(async (frame, all) => {
    const rows = () => Math.round(frame.querySelector('ul')!.clientHeight / 84)
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const isAtEnd = () =>
      rows() >= all && frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 1
    let longest = 0
    let last = await nextFrame()
    const scroll = async (by: number) => {
      frame.scrollTop += by
      const now = await nextFrame()
      longest = Math.max(longest, now - last)
      last = now
    }
    while (!isAtEnd()) await scroll(2_000)
    for (let leaps = 0; leaps < 30; leaps++) await scroll(-30_000)
    while (!isAtEnd()) await scroll(30_000)
    return longest
  }, ALL)

  test.info().annotations.push({ type: 'longest frame, ms', description: longest.toFixed() })
  expect(longest).toBeLessThan(SECOND)
  await expect(page.getByText(`已列出 ${ALL} 份`)).toBeVisible()
  await expect(page.getByText(`示例第 ${ALL - 1} 分部`)).toBeVisible()
  // Only what can be seen is drawn.
  expect(await page.locator('.frame li').count()).toBeLessThan(60)
})

test.describe('a long queue', () => {
  test.beforeEach(async ({ page }) => {
    const items = Array.from({ length: 2 * PAGE }, (_, i) => item(i))
    await page.route('**/api/v1/review/applications?**', (route) =>
      route.fulfill({ json: { items, next: null } }),
    )
    await signIn(page, 'reviewer')
    await page.getByRole('navigation').getByRole('link', { name: '入会审核' }).click()
    await page.getByRole('button', { name: '选择前 100 份（一次最多）' }).click()
    await expect(page.getByRole('button', { name: '批准所选 100 份' })).toBeVisible()
  })

  test('is selected a hundred at a time, and says so', async ({ page }) => {
    await page.locator('.frame').evaluate((frame) => (frame.scrollTop = 84 * 120))
    await page.getByRole('checkbox', { checked: false }).first().click()
    await expect(page.getByText('一次最多选择 100 份')).toBeVisible()
    await expect(page.getByRole('button', { name: '批准所选 100 份' })).toBeVisible()
  })

  test('does not lose decisions without a word when the page is closed', async ({ page }) => {
    const sent: string[] = []
    await page.route('**/approve', (route) => {
      sent.push(route.request().url())
      return route.fulfill({ json: {} })
    })
    await page.getByRole('button', { name: '批准所选 100 份' }).click()
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await page.getByRole('button', { name: '全部撤销' }).click()
    await expect(page.getByRole('region', { name: '我的决定' })).toHaveCount(0)
    expect(sent).toEqual([])
  })
})
