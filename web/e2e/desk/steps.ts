import { expect, type Page } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { account } from '../stack'

const MOST_PRESSES = 300

/** Signs in to the console as staff do. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/console/')
  await fillInSignIn(page, username)
}

/** The same on a page that asks for it. */
export async function fillInSignIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(account(username).password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** Signs in from a page of the console, where signing in is not what is looked at. */
export async function signInByCall(page: Page, username: string): Promise<void> {
  const { password } = account(username)
  await page.evaluate(
    async (body) => {
      await fetch('/api/v1/auth/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    },
    { username, password },
  )
}

/** An application that waits for a reviewer, and its applicant. */
export interface Waiting {
  id: string
  worker: Calls
}

/** Applications that wait for a reviewer, in the order they came. */
export async function waiting(
  count: number,
  other: Record<string, unknown> = {},
): Promise<Waiting[]> {
  const made = []
  for (let i = 0; i < count; i++) {
    const person = somebody()
    const worker = await Calls.worker(person)
    made.push({ id: (await worker.appliesDoubtfully(person, other)).id, worker })
  }
  return made
}

/** Goes down the queue by keys until this one is opened, and waits until it is shown. */
export async function reach(page: Page, { id }: Waiting): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES && !page.url().includes(id); presses++) {
    const before = page.url()
    await page.keyboard.press('j')
    await expect(page).not.toHaveURL(before)
  }
  await expect(page.locator('[aria-keyshortcuts=R]')).toBeVisible()
}

/** How an application stands for its applicant. */
export async function stateOf({ id, worker }: Waiting): Promise<unknown> {
  return (await worker.get<{ state: string }>(`/api/v1/applications/${id}`)).state
}

/** Somebody who has joined, as staff know them. */
export async function memberId(): Promise<string> {
  const person = somebody()
  await (await Calls.worker(person)).applies(person)
  const staff = await Calls.staff('admin')
  const found = await staff.post<{ items: { memberId: string }[] }>('/api/v1/members/search', {
    phone: person.phone,
  })
  return found.items[0]!.memberId
}
