import { expect, test } from '@playwright/test'
import { signIn } from './steps'

const MENUS = {
  admin: ['概览', '入会审核', '会员', '权益', '驿站'],
  'union-admin': ['概览', '入会审核', '会员', '驿站'],
  reviewer: ['概览', '入会审核', '会员'],
  keeper: ['驿站'],
  auditor: ['概览', '入会审核', '会员', '权益', '驿站'],
  ops: ['运行状态', '死信'],
}

for (const [username, areas] of Object.entries(MENUS)) {
  test(`${username} finds just the areas of the role`, async ({ page }) => {
    await signIn(page, username)
    const links = page.getByRole('navigation').getByRole('link')
    await expect(links).toHaveText(areas)
    for (const [i, area] of areas.entries()) {
      // One begins in the first.
      if (i > 0) await page.getByRole('navigation').getByRole('link', { name: area }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await expect(page).toHaveTitle(/暖新工作台/)
    }
  })
}

test('a page of another role is not there', async ({ page }) => {
  await signIn(page, 'ops')
  await page.goto('/console/members')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面')
})

test('asks who is there before anything is shown', async ({ page }) => {
  await page.goto('/console/members')
  await expect(page.getByLabel('账号')).toBeVisible()
  await page.getByLabel('账号').fill('reviewer')
  await page.getByLabel('密码', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('账号或密码不对')
})
