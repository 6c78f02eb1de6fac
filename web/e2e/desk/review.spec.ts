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
  test.setTimeout(120_000)
  const made = await waiting(MANY)
  await signIn(page, 'reviewer')
  await page.getByRole('navigation').getByRole('link', { name: '入会审核' }).click()
  await expect(page.getByText(/^已列出 \d+ 份/)).toBeVisible()
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

  await expect.poll(left, { timeout: 20_000 }).toBe(0)
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
