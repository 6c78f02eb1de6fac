// What the scripts beside the journeys need to look at a running ./run as somebody does.
import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Where everything of the running stack is: that of `./run`, or the one named. */
export const local = JSON.parse(
  readFileSync(
    process.env.NUANXIN_LOCAL_JSON ?? new URL('../.nuanxin/local.json', import.meta.url),
    'utf8',
  ),
)

export function launch() {
  return chromium.launch({
    executablePath: process.env.NUANXIN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
}

/** Opens a browser session without the pages for it; the page must be of the app's. */
export async function session(page, credentials) {
  await page.evaluate(async (body) => {
    const answer = await fetch('/api/v1/auth/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`sign-in is answered ${answer.status}`)
  }, credentials)
}

/** Signs a phone in; the page must be of the app's. */
export async function signIn(page, phone) {
  await page.request.post('/api/v1/auth/otp', { data: { phone } })
  await session(page, { phone, code: await newestCode(phone) })
}

async function newestCode(phone) {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${local.sandbox}/sms?phone=${encodeURIComponent('+86' + phone)}`)
    const code = (await answer.json()).items.map((each) => each.params.code).find(Boolean)
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no one-time code came')
}

/** A phone of nobody, most likely. */
export function phone() {
  return '139' + String(Math.floor(Math.random() * 1e8)).padStart(8, '0')
}

/** An ID number of nobody, most likely, with the check digit that it must have. */
export function idNumber() {
  const pick = (from, to) => String(from + Math.floor(Math.random() * (to - from + 1)))
  const day = pick(1, 28).padStart(2, '0')
  const month = pick(1, 12).padStart(2, '0')
  const number = `460203${pick(1970, 2002)}${month}${day}${pick(0, 999).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, i) => all + weight * Number(number[i]), 0)
  return number + '10X98765432'[sum % 11]
}
