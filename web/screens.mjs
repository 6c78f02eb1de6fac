// Takes the pictures of the README from a running ./run: `npm run screens`.
import { mkdirSync, statSync } from 'node:fs'
import { idNumber, launch, local, phone, session, signIn } from './visitor.mjs'

const folder = new URL('../docs/screens/', import.meta.url).pathname
const LIMIT = 150_000
mkdirSync(folder, { recursive: true })

const browser = await launch()

async function shoot(page, name) {
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined)
  await page.mouse.move(0, 0)
  const path = `${folder}${name}.png`
  await page.screenshot({ path })
  const bytes = statSync(path).size
  console.log(`${name}: ${Math.round(bytes / 1024)} KB`)
  if (bytes > LIMIT) throw new Error(`${path} is over ${LIMIT} bytes`)
}

async function phonePictures() {
  const context = await browser.newContext({
    baseURL: local.gateway,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const person = phone()
  await page.goto('/')
  await shoot(page, 'worker-sign-in')
  await signIn(page, person)
  await page.goto('/')
  const goOn = () => page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('link', { name: '一分钟加入工会' }).click()
  // Signed in by a call, so the page asks for the number.
  await page.getByLabel('手机号').fill(person)
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
