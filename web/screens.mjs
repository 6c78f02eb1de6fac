// Takes the pictures of the README from a running ./run: `npm run screens`.
import { readFileSync, mkdirSync, statSync } from 'node:fs'
import { chromium } from '@playwright/test'

const local = JSON.parse(readFileSync(new URL('../.nuanxin/local.json', import.meta.url), 'utf8'))
const folder = new URL('../docs/screens/', import.meta.url).pathname
const LIMIT = 150_000
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.NUANXIN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})

async function shoot(page, name) {
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined)
  await page.mouse.move(0, 0)
  const path = `${folder}${name}.png`
  await page.screenshot({ path })
  const bytes = statSync(path).size
  console.log(`${name}: ${Math.round(bytes / 1024)} KB`)
  if (bytes > LIMIT) throw new Error(`${path} is over ${LIMIT} bytes`)
}

async function session(page, credentials) {
  await page.evaluate(async (body) => {
    const answer = await fetch('/api/v1/auth/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`sign-in is answered ${answer.status}`)
  }, credentials)
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

function idNumber() {
  const serial = String(Math.floor(Math.random() * 1000)).padStart(3, '0')
  const number = `46020319920817${serial}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, i) => all + weight * Number(number[i]), 0)
  return number + '10X98765432'[sum % 11]
}

async function phonePictures() {
  const context = await browser.newContext({
    baseURL: local.gateway,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const phone = '139' + String(Math.floor(Math.random() * 1e8)).padStart(8, '0')
  await page.goto('/')
  await shoot(page, 'worker-sign-in')
  await page.request.post('/api/v1/auth/otp', { data: { phone } })
  await session(page, { phone, code: await newestCode(phone) })
  await page.goto('/')
  const goOn = () => page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('link', { name: '一分钟加入工会' }).click()
  // Signed in by a call, so the page asks for the number.
  await page.getByLabel('手机号').fill(phone)
  await goOn()
  await page.getByLabel('姓名').fill('示例·陈阿妹')
  await goOn()
  await page.getByLabel('身份证号码').fill(idNumber())
  await goOn()
  await page.getByText('外卖骑手', { exact: true }).click()
  await shoot(page, 'worker-occupation')
  await goOn()
  await goOn()
  await goOn()
  await page.getByLabel('搜索社区或村').fill('luhuitou')
  await page.getByRole('button', { name: /鹿回头社区/ }).click()
  await goOn()
  await page.getByLabel('我看明白了，同意').check()
  await goOn()
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByText('入会礼包已发放').waitFor()
  await shoot(page, 'worker-joined')
  await page.goto('/wallet')
  await shoot(page, 'worker-wallet')
  await page.goto('/stations')
  await shoot(page, 'worker-stations')
  await context.close()
}

async function deskPictures(username, pages, viewport) {
  const context = await browser.newContext({
    baseURL: local.gateway,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/console/sign-in')
  const { password } = local.accounts.find((account) => account.username === username)
  await session(page, { username, password })
  for (const name of pages) {
    await page.goto(`/console/${name}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (name === 'review') await page.keyboard.press('j')
    // The figures of a second look, from which rates are made.
    if (name === 'flow') await page.waitForTimeout(8_000)
    await shoot(page, `console-${name}`)
  }
  await context.close()
}

await phonePictures()
await deskPictures('admin', ['dashboard', 'review', 'members', 'benefits', 'stations'], {
  width: 1120,
  height: 680,
})
await deskPictures('ops', ['flow', 'dead-letters'], { width: 1440, height: 720 })
await browser.close()
