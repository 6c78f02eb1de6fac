import { expect, test, type Page } from '@playwright/test'
import { Calls } from '../calls'
import { somebody } from '../people'
import { fillIn, signIn } from './steps'

test.describe('a worker at the kerb', () => {
  test('joins, and sees every promise arrive without touching the phone', async ({ page }) => {
    const person = somebody()
    await signIn(page, person)
    await fillIn(page, person)
    await expect(page.getByRole('heading', { name: '您将加入的工会' })).toBeVisible()

    await page.getByRole('button', { name: '提交申请' }).click()

    await expect(page.getByRole('article', { name: '会员卡' })).toContainText(person.name)
    const steps = page.getByRole('listitem')
    await expect(steps.filter({ hasText: '意外保险已发放' })).toBeVisible()
    await expect(steps.filter({ hasText: '免费体检已发放' })).toBeVisible()
    await expect(steps.filter({ hasText: '入会礼包已发放' })).toBeVisible()
    await expect(page.getByRole('link', { name: /消息/ }).locator('.badge')).toBeVisible()
    await page.getByRole('link', { name: /消息/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: '消息' })).toBeFocused()
    await page.getByRole('link', { name: '卡包' }).click()
    await expect(page.getByText('保单号', { exact: true })).toBeVisible()
    await expect(page.getByRole('img', { name: /电影票二维码/ })).toBeVisible()
  })

  test('presses twice and makes one application', async ({ page }) => {
    const person = somebody()
    await signIn(page, person)
    await fillIn(page, person)

    await page.getByRole('button', { name: '提交申请' }).dblclick()

    await expect(page.getByRole('article', { name: '会员卡' })).toBeVisible()
    const calls = await Calls.worker(person)
    const { items } = await calls.get<{ items: unknown[] }>('/api/v1/me/applications')
    expect(items).toHaveLength(1)
  })

  test('loses the network in mid-send and still makes one application', async ({
    page,
    context,
  }) => {
    const person = somebody()
    await signIn(page, person)
    await fillIn(page, person)
    // The server takes it, but its answer never reaches the phone.
    let lost = 0
    await context.route('**/api/v1/applications', async (route) => {
      if (route.request().method() === 'POST' && lost++ === 0) {
        await route.fetch()
        await route.abort('internetdisconnected')
      } else {
        await route.continue()
      }
    })

    await page.getByRole('button', { name: '提交申请' }).click()

    await expect(page.getByRole('article', { name: '会员卡' })).toBeVisible({ timeout: 30_000 })
    expect(lost).toBeGreaterThan(1)
    const calls = await Calls.worker(person)
    const { items } = await calls.get<{ items: unknown[] }>('/api/v1/me/applications')
    expect(items).toHaveLength(1)
  })

  test('keeps what was typed through a reload', async ({ page }) => {
    const person = somebody()
    await signIn(page, person)
    await page.getByRole('link', { name: '一分钟加入工会' }).click()
    await page.getByLabel('姓名').fill(person.name)
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByLabel('身份证号码').fill(person.idNumber.slice(0, 10))
    await expect(page.getByText('还差 8 位')).toBeVisible()

    await written(page)
    await page.reload()

    await expect(page.getByLabel('身份证号码')).toHaveValue(
      new RegExp(person.idNumber.slice(0, 10)),
    )
    await page.goBack()
    await expect(page.getByLabel('姓名')).toHaveValue(person.name)
  })

  test('is told at once which digit of an ID number cannot be right', async ({ page }) => {
    const person = somebody()
    await signIn(page, person)
    await page.getByRole('link', { name: '一分钟加入工会' }).click()
    await page.getByLabel('姓名').fill(person.name)
    await page.getByRole('button', { name: '继续' }).click()

    await page.getByLabel('身份证号码').fill('460203209913011234')
    await expect(page.getByText('第 7 到 14 位不是正确的出生日期')).toBeVisible()
    const wrong = person.idNumber.slice(0, 17) + (person.idNumber.endsWith('1') ? '2' : '1')
    await page.getByLabel('身份证号码').fill(wrong)
    await expect(page.getByText('有一位填错了')).toBeVisible()
    // As some keyboards write digits, and in groups: what is meant is plain.
    const wide = person.idNumber.replace(/[\dX]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    )
    await page.getByLabel('身份证号码').fill(`${wide.slice(0, 6)}-${wide.slice(6)}`)
    await expect(page.getByText('出生日期：')).toBeVisible()
  })

  test('corrects what was returned, and joins', async ({ page }) => {
    const person = somebody()
    const worker = await Calls.worker(person)
    const { id } = await worker.appliesDoubtfully(person)
    const reviewer = await Calls.staff('reviewer')
    await reviewer.post(`/api/v1/review/applications/${id}/return`, {
      reason: '请填写单位全称，没有单位就留空',
      fields: ['employer'],
    })
    await signIn(page, person)
    await expect(page.getByText('请填写单位全称').first()).toBeVisible()
    await page.getByRole('link', { name: '现在更正' }).click()
    await page.getByLabel('用人单位').fill('')

    await page.getByRole('button', { name: '重新提交' }).click()

    await expect(page.getByRole('heading', { name: '工会正在审核' })).toBeVisible()
    await reviewer.post(`/api/v1/review/applications/${id}/approve`, { reason: '核实无误' })
    // Live: nobody reloads.
    await expect(page.getByRole('article', { name: '会员卡' })).toBeVisible()
  })

  test('is told apart a wrong code from a right one', async ({ page }) => {
    const person = somebody()
    await page.goto('/')
    await page.getByLabel('手机号').fill(person.phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByLabel('6 位验证码').fill('000000')
    await expect(page.getByRole('alert')).toContainText('验证码不对')
    await expect(page.getByLabel('6 位验证码')).toHaveValue('000000')
  })
})

/** Comes back when what the page has begun to write down on the phone is written. */
async function written(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('nuanxin')
        opening.onerror = () => reject(new Error('no database'))
        opening.onsuccess = () => {
          // It waits behind every write that was begun before.
          const look = opening.result.transaction('kept', 'readonly')
          look.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          look.objectStore('kept').count()
        }
      }),
  )
}
