import { expect, test } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { expectNoSidewaysBar } from '../quality'
import { fillInToCommunity, signIn } from './steps'

// A screen of 640 CSS px at 200 % leaves 320; and beside it text alone of twice the size.
test.use({ viewport: { width: 320, height: 512 } })

for (const language of ['zh-CN', 'en'] as const) {
  test(`has no sideways bar at 200 % on what is public and what a member sees, ${language}`, async ({
    page,
  }) => {
    const person = somebody()
    await (await Calls.worker(person)).applies(person)
    await signIn(page, person)
    await page.evaluate((value) => localStorage.setItem('nuanxin-language', value), language)
    for (const path of ['/', '/wallet', '/messages', '/stations', '/me', '/nowhere']) {
      await page.goto(path)
      await page.waitForLoadState('networkidle', { timeout: 200 }).catch(() => undefined)
      await expectNoSidewaysBar(page)
    }
    await page.goto('/stations')
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await expectNoSidewaysBar(page)
  })
}

test('has no sideways bar at 200 % on any step of the application, the map and sign-in', async ({
  page,
}) => {
  const person = somebody()
  await page.goto('/sign-in')
  await expectNoSidewaysBar(page)
  await signIn(page, person)
  await expectNoSidewaysBar(page)
  await fillInToCommunity(page, person)
  await page.getByRole('button', { name: '在地图上找' }).click()
  await page.locator('.picture .land').first().waitFor()
  await page.getByRole('button', { name: '看地图中间附近的社区' }).click()
  await expect(page.getByText(/附近有 \d+ 个社区和村/)).toBeVisible()
  await expectNoSidewaysBar(page)
  await page.getByRole('list').getByRole('button').first().click()
  await page.getByRole('button', { name: '继续' }).click()
  await expectNoSidewaysBar(page)
  await page.getByLabel('我看明白了，同意').check()
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByRole('heading', { name: '您将加入的工会' })).toBeVisible()
  await expectNoSidewaysBar(page)
  for (const step of ['name', 'id', 'occupation', 'platforms', 'employer', 'community']) {
    await page.goto(`/apply/${step}`)
    await expectNoSidewaysBar(page)
  }
})

test('has no sideways bar at 200 % where something is given back or to be withdrawn', async ({
  page,
}) => {
  const person = somebody()
  const { id } = await (await Calls.worker(person)).appliesDoubtfully(person)
  await signIn(page, person)
  await page.getByRole('button', { name: '撤回我的申请' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoSidewaysBar(page)
  const reviewer = await Calls.staff('reviewer')
  await reviewer.post(`/api/v1/review/applications/${id}/return`, {
    reason: 'Averyveryverylongwordthathasnospaceinit,notasingleone,andgoesonandon',
    fields: ['name', 'employer', 'communityCode'],
  })
  await page.reload()
  await expectNoSidewaysBar(page)
  await page.getByRole('link', { name: '现在更正' }).click()
  await expect(page.getByLabel('用人单位')).toBeVisible()
  await expectNoSidewaysBar(page)
})
