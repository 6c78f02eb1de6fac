import { expect, test } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { signIn } from './steps'

const MANY = 30

/** Applications that wait for a reviewer, in the order they came. */
async function waiting(count: number): Promise<{ id: string; worker: Calls }[]> {
  const made = []
  for (let i = 0; i < count; i++) {
    const person = somebody()
    const worker = await Calls.worker(person)
    made.push({ id: (await worker.appliesDoubtfully(person)).id, worker })
  }
  return made
}

async function stateOf(worker: Calls, id: string): Promise<unknown> {
  return (await worker.get<{ state: string }>(`/api/v1/applications/${id}`)).state
}

test('a reviewer clears thirty applications by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000)
  const made = await waiting(MANY)
  await signIn(page, 'reviewer')
  await page.getByRole('navigation').getByRole('link', { name: '入会审核' }).click()
  // Until the list is there it says that there are none, and a key moves to nothing.
  await expect(page.getByText(/^已列出 [1-9]\d* 份/)).toBeVisible()
  const queue = await Calls.staff('reviewer')
  const left = async () => {
    const { items } = await queue.get<{ items: { id: string }[] }>(
      '/api/v1/review/applications?state=IN_REVIEW&limit=100',
    )
    return items.filter((item) => made.some((each) => each.id === item.id)).length
  }

  await page.keyboard.press('j')
  await expect(page).toHaveURL(/\/review\/.+/)
  // Each decision leads to the next application by itself, and the last one to none.
  for (let decided = 0; decided < 200 && /\/review\/.+/.test(page.url()); decided++) {
    const before = page.url()
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
  expect(await stateOf(application!.worker, application!.id)).toBe('IN_REVIEW')
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
  expect(await stateOf(application!.worker, application!.id)).toBe('APPROVED')
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

  await expect
    .poll(() => stateOf(application!.worker, application!.id), { timeout: 20_000 })
    .toBe('RETURNED')
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

  await expect
    .poll(() => stateOf(application!.worker, application!.id), { timeout: 20_000 })
    .toBe('REJECTED')
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
