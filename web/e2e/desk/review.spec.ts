import { expect, test } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { fillInSignIn, reach, signIn, stateOf, waiting } from './steps'

const MANY = 30

test('a reviewer clears thirty applications by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000)
  // Of a union to which no other journey applies: each leaves the others' applications alone.
  const made = await waiting(MANY, { occupation: 'LIVE_STREAMER' })
  const { union } = await made[0]!.worker.get<{ union: { id: string } }>(
    `/api/v1/applications/${made[0]!.id}`,
  )
  await signIn(page, 'reviewer')
  await page.goto(`/console/review?union=${union.id}`)
  // Until the list is there it says that there are none, and a key moves to nothing.
  await expect(page.getByText(/^已列出 [1-9]\d* 份/)).toBeVisible()
  const queue = await Calls.staff('reviewer')
  const left = async () => {
    const { items } = await queue.get<{ items: { id: string }[] }>(
      `/api/v1/review/applications?state=IN_REVIEW&limit=100&union=${union.id}`,
    )
    return items.filter((item) => made.some((each) => each.id === item.id)).length
  }

  const approve = page.getByRole('button', { name: '批准', exact: true })
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/\/review\/.+/)
  // Each decision leads to the next application by itself, and the last one to none.
  for (let decided = 0; decided < 200 && /\/review\/.+/.test(page.url()); decided++) {
    const before = page.url()
    // Nothing is decided before it is there to be seen.
    await expect(approve).toBeVisible()
    await page.keyboard.press('a')
    await expect(page).not.toHaveURL(before)
  }

  await expect.poll(left, { timeout: 60_000 }).toBe(0)
})

test('a decision can be undone for five seconds', async ({ page }) => {
  const [application] = await waiting(1)
  await signIn(page, 'reviewer')
  await page.goto(`/console/review/${application!.id}`)
  await page.getByRole('button', { name: '批准', exact: true }).click()

  await page.getByRole('button', { name: /撤销/ }).first().click()

  await expect(page.getByRole('button', { name: '批准', exact: true })).toBeVisible()
  expect(await stateOf(application!)).toBe('IN_REVIEW')
})

test('the five seconds go on on another page of the console, and so does undoing', async ({
  page,
}) => {
  const [kept, sent] = await waiting(2)
  await signIn(page, 'reviewer')
  await page.goto(`/console/review/${kept!.id}`)
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await page.getByRole('navigation').getByRole('link', { name: '会员' }).click()
  await page.getByRole('button', { name: /^撤销：批准/ }).click()
  await expect(page.getByRole('region', { name: '我的决定' })).toHaveCount(0)

  await page.goto(`/console/review/${sent!.id}`)
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await page.getByRole('navigation').getByRole('link', { name: '会员' }).click()
  await expect(page.getByRole('region', { name: '我的决定' })).toBeVisible()
  await expect.poll(() => stateOf(sent!), { timeout: 20_000 }).toBe('APPROVED')
  expect(await stateOf(kept!)).toBe('IN_REVIEW')
})

test('an application that is not shown yet is not decided', async ({ page }) => {
  const [application] = await waiting(1)
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await signIn(page, 'reviewer')
  await page.route(`**/api/v1/applications/${application!.id}`, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`/console/review/${application!.id}`)
  await expect(page.getByRole('listitem').locator('[aria-current=true]')).toBeVisible()
  for (const key of ['a', 'r', 'x', 'Shift+A']) {
    await page.keyboard.press(key)
    await expect(page.getByText('申请内容还没有显示出来')).toBeVisible()
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('region', { name: '我的决定' })).toHaveCount(0)
  answer()
  await expect(page.getByRole('button', { name: '批准', exact: true })).toBeVisible()
  await expect(page.getByText('申请内容还没有显示出来')).toHaveCount(0)
  await page.keyboard.press('a')
  await expect(page.getByRole('region', { name: '我的决定' })).toBeVisible()
})

test('what was typed outlives a session that ends in the middle, not one that is signed out of', async ({
  page,
  context,
}) => {
  const [application] = await waiting(1)
  const reason = page.getByRole('dialog').getByLabel('“姓名”的退回原因')
  const ask = async () => {
    await expect(page.getByRole('button', { name: '退回补正……' })).toBeVisible()
    await page.keyboard.press('r')
    await expect(page.getByRole('dialog', { name: '退回补正' })).toBeVisible()
  }
  await signIn(page, 'reviewer')
  await page.goto(`/console/review/${application!.id}`)
  await ask()
  await page.getByRole('dialog').getByRole('checkbox', { name: '姓名' }).check()
  await reason.fill('和证件不一致')

  await context.clearCookies()
  await page.route('**/api/v1/review/applications?**', (route) => route.fulfill({ status: 401 }))
  await expect(page.getByLabel('账号')).toBeVisible()
  await page.unroute('**/api/v1/review/applications?**')
  await fillInSignIn(page, 'reviewer')
  await expect(page).toHaveURL(new RegExp(application!.id))
  await ask()
  await expect(reason).toHaveValue('和证件不一致')

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '退出登录' }).click()
  await fillInSignIn(page, 'reviewer')
  await page.getByRole('navigation').getByRole('link', { name: '入会审核' }).click()
  await expect(page.getByText(/^已列出 [1-9]\d* 份/)).toBeVisible()
  await reach(page, application!)
  await ask()
  await expect(reason).toHaveCount(0)
})

test('the second of two reviewers is told who decided', async ({ page }) => {
  const [application] = await waiting(1)
  await signIn(page, 'reviewer')
  await page.goto(`/console/review/${application!.id}`)
  await expect(page.getByRole('button', { name: '批准', exact: true })).toBeVisible()
  const other = await Calls.staff('admin')
  await other.post(`/api/v1/review/applications/${application!.id}/approve`, { reason: '先到' })

  await page.getByRole('button', { name: '批准', exact: true }).click()

  await expect(page.getByText(/admin/).first()).toBeVisible({ timeout: 20_000 })
  expect(await stateOf(application!)).toBe('APPROVED')
})

test('a return says why for each field, to the applicant and in the history', async ({ page }) => {
  const [application] = await waiting(1)
  await signIn(page, 'reviewer')
  await page.goto(`/console/review/${application!.id}`)
  await page.getByRole('button', { name: '退回补正……' }).click()
  const dialog = page.getByRole('dialog', { name: '退回补正' })
  await dialog.getByRole('checkbox', { name: '姓名' }).check()
  await dialog.getByLabel('“姓名”的退回原因').fill('和证件不一致')
  await dialog.getByRole('checkbox', { name: '用人单位' }).check()
  await dialog.getByLabel('“用人单位”的退回原因').fill('请填写营业执照上的全称')
  await dialog.getByRole('button', { name: '退回', exact: true }).click()

  await expect.poll(() => stateOf(application!), { timeout: 20_000 }).toBe('RETURNED')
  const seen = await application!.worker.get<{ history: { fieldReasons: unknown }[] }>(
    `/api/v1/applications/${application!.id}`,
  )
  expect(seen.history.at(-1)?.fieldReasons).toEqual([
    { field: 'name', reason: '和证件不一致' },
    { field: 'employer', reason: '请填写营业执照上的全称' },
  ])
  await page.goto(`/console/review/${application!.id}`)
  const history = page.getByRole('region', { name: '办理经过' })
  await expect(history.getByRole('definition').filter({ hasText: '和证件不一致' })).toBeVisible()
  await expect(history.getByText('请填写营业执照上的全称')).toHaveCount(1)
})

test('a refusal is made by its code alone and shown as words', async ({ page }) => {
  const [application] = await waiting(1)
  await signIn(page, 'reviewer')
  await page.goto(`/console/review/${application!.id}`)
  await page.getByRole('button', { name: '不予通过……' }).click()
  const dialog = page.getByRole('dialog', { name: '不予通过' })
  await dialog.getByRole('radio', { name: '不在本市居住或工作' }).check()
  await dialog.getByRole('button', { name: '不予通过', exact: true }).click()

  await expect.poll(() => stateOf(application!), { timeout: 20_000 }).toBe('REJECTED')
  const seen = await application!.worker.get<{ history: { code: unknown; reason: unknown }[] }>(
    `/api/v1/applications/${application!.id}`,
  )
  expect(seen.history.at(-1)).toMatchObject({ code: 'OUTSIDE_CITY', reason: null })
  await page.goto(`/console/review/${application!.id}`)
  await expect(
    page.getByRole('region', { name: '办理经过' }).getByText('不在本市居住或工作'),
  ).toBeVisible()
})

test('shows a name with markup as text', async ({ page }) => {
  const person = somebody()
  const worker = await Calls.worker(person)
  const { id } = await worker.appliesDoubtfully(person)
  const reviewer = await Calls.staff('reviewer')
  const markup = '<img src=x onerror=alert(1)>'
  await reviewer.post(`/api/v1/review/applications/${id}/return`, {
    reason: markup,
    fields: ['employer'],
  })
  const dialogs: string[] = []
  page.on('dialog', (dialog) => void dialogs.push(dialog.message()))
  await signIn(page, 'reviewer')
  await page.goto(`/console/review/${id}`)
  await expect(page.getByText(markup).first()).toBeVisible()
  expect(dialogs).toEqual([])
})
