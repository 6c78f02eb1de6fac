import { expect, type Page } from '@playwright/test'
import { account } from '../stack'

/** Signs in to the console as staff do. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/console/')
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(account(username).password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
}
