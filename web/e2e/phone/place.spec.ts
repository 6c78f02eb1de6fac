import { expect, test, type Page } from '@playwright/test'
import { somebody } from '../people'
import { violations } from '../quality'
import { fillInToCommunity, signIn } from './steps'

const near = (page: Page) => page.getByRole('list').getByRole('button', { name: /社区|村|居/ })

/** Chooses the first of those offered, and sees it read back on this page and on the last. */
async function choosesTheFirst(page: Page): Promise<void> {
  const name = await near(page).first().locator('span').first().innerText()
  await near(page).first().click()
  await expect(page.locator('#community-news')).toContainText(`已选：${name}`)
  await expect(page.getByRole('button', { name: '换一个' })).toBeFocused()
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByLabel('我看明白了，同意').check()
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByText(name)).toBeVisible()
}

test('finds the community by a tap on the map', async ({ page }) => {
  const person = somebody()
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  await signIn(page, person)
  await fillInToCommunity(page, person)
  expect(scripts.filter((url) => /CommunityMap|ground/.test(url))).toEqual([])

  await page.getByRole('button', { name: '在地图上找' }).click()
  const map = page.getByRole('group', { name: '三亚地图' })
  await map.locator('.land').first().waitFor()
  await map.tap({ position: { x: 240, y: 90 } })

  await expect(page.getByText(/附近有 \d+ 个社区和村/)).toBeVisible()
  expect(await violations(page)).toEqual([])
  await choosesTheFirst(page)
})

test('finds the community from where the phone is, and tells nobody where that is', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 18.31123, longitude: 109.41123 })
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
  const person = somebody()
  await signIn(page, person)
  await fillInToCommunity(page, person)

  await page.getByRole('button', { name: '用我现在的位置' }).click()

  await expect(near(page).first()).toContainText('天涯区')
  await choosesTheFirst(page)
  for (const text of sent) expect(text).not.toMatch(/18\.31|109\.41/)
})

test('is told that the phone may not say where it is, and can search all the same', async ({
  page,
}) => {
  const person = somebody()
  await signIn(page, person)
  await fillInToCommunity(page, person)

  await page.getByRole('button', { name: '用我现在的位置' }).click()

  await expect(page.getByText('手机没有允许定位')).toBeVisible()
  await page.getByLabel('搜索社区或村').fill('gangmen')
  await expect(near(page).first()).toContainText('港门')
})
