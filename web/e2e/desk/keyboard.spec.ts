import { expect, test, type Page } from '@playwright/test'
import { Keyboard } from '../keyboard'
import { account } from '../stack'
import { reach, stateOf, waiting } from './steps'

const REASON = '和证件不一致，请核对'

async function signInByKeys(page: Page, keys: Keyboard): Promise<void> {
  const { password } = account('reviewer')
  await page.goto('/console/')
  await keys.types('textbox', '账号', 'reviewer')
  await keys.press('Tab')
  await page.keyboard.type(password)
  await keys.press('Enter')
  await keys.presses('link', '入会审核')
  await expect(page.getByText(/^已列出 [1-9]\d* 份/)).toBeVisible()
}

test('a reviewer does everything without a mouse', async ({ page }) => {
  const [returned, refused, moved, one, other] = await waiting(5)
  const keys = new Keyboard(page)
  const dialog = page.getByRole('dialog')
  const pending = page.getByRole('region', { name: '我的决定' })
  await signInByKeys(page, keys)

  await keys.press('j')
  await expect(page).toHaveURL(/\/review\/.+/)
  const first = page.url()
  await keys.press('j')
  await expect(page).not.toHaveURL(first)
  await keys.press('k')
  await expect(page).toHaveURL(first)

  // What was typed is there again after Escape.
  await reach(page, returned!)
  await keys.press('r')
  await keys.to('checkbox', '姓名')
  await keys.press('Space')
  await expect(dialog.getByLabel('“姓名”的退回原因')).toBeFocused()
  await page.keyboard.type(REASON)
  await keys.press('Escape')
  await expect(dialog).toHaveCount(0)
  await keys.press('r')
  await expect(dialog.getByLabel('“姓名”的退回原因')).toHaveValue(REASON)
  await keys.press('Enter')
  await expect(pending.getByText('退回', { exact: false }).first()).toBeVisible()

  // Refused, taken back, and refused once more.
  await reach(page, refused!)
  await keys.press('x')
  await keys.to('radio', '不属于新就业形态劳动者')
  await keys.press('Space')
  await keys.press('Enter')
  await expect(page).not.toHaveURL(new RegExp(refused!.id))
  await keys.press('u')
  await expect(page).toHaveURL(new RegExp(refused!.id))
  await expect(page.locator('[aria-keyshortcuts=X]')).toBeVisible()
  await keys.press('x')
  await expect(dialog.getByRole('radio', { name: '不属于新就业形态劳动者' })).toBeChecked()
  await keys.press('Enter')

  await reach(page, moved!)
  await keys.press('Shift+A')
  await keys.to('radio', /工会/)
  await keys.press('Space')
  await keys.press('Enter')
  await expect(page).not.toHaveURL(new RegExp(moved!.id))

  // Two that are selected are approved together.
  await reach(page, one!)
  await keys.press('Space')
  await reach(page, other!)
  await keys.press('Space')
  await expect(page.getByText('已选 2 份')).toBeVisible()
  await keys.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await keys.press('Escape')
  await keys.press('a')

  const states = () => Promise.all([returned!, refused!, moved!, one!, other!].map(stateOf))
  await expect
    .poll(states, { timeout: 30_000 })
    .toEqual(['RETURNED', 'REJECTED', 'APPROVED', 'APPROVED', 'APPROVED'])
})
