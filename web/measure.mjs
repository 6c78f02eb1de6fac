// Measures what a worker waits for, against a running ./run: `npm run measure`. It prints figures and
// fails for none of them, for a machine with other work beside measures that work.
import { idNumber, launch, local, phone, signIn } from './visitor.mjs'

const ROUNDS = Number(process.argv[2] ?? 3)
// A cheap phone at a kerb: 1.6 Mbit/s down, 0.75 up, 150 ms there and back, a quarter of the speed.
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 0.75e6 / 8,
}
const SLOW_DOWN = 4

const browser = await launch()

/** A phone with nothing of the app on it. */
async function newPhone() {
  const context = await browser.newContext({
    baseURL: local.gateway,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    serviceWorkers: 'block',
  })
  return { context, page: await context.newPage() }
}

/** From opening the address to a letter typed into the first field. */
async function applyUsable() {
  const { context, page } = await newPhone()
  await page.goto('/sign-in')
  await signIn(page, phone())
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await devtools.send('Network.emulateNetworkConditions', NETWORK)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN })
  const from = performance.now()
  await page.goto('/apply', { waitUntil: 'commit' })
  await page.locator('main input').first().fill('1')
  const millis = performance.now() - from
  await context.close()
  return millis
}

/** From the last tap to the membership card, on a phone and network as they are. */
async function joined() {
  const { context, page } = await newPhone()
  const person = phone()
  await page.goto('/sign-in')
  await signIn(page, person)
  await page.goto('/apply')
  await fillIn(page, person)
  // The page that follows is fetched before the tap, as it is for whoever reads what was filled in.
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined)
  await page.evaluate(() => {
    addEventListener('click', ({ timeStamp }) => (window.tappedAt = timeStamp), { capture: true })
    new MutationObserver(() => {
      if (document.querySelector('article.member')) window.joinedAt ??= performance.now()
    }).observe(document.body, { childList: true, subtree: true })
  })
  await page.locator('form button[type=submit]').tap()
  await page.locator('article.member').waitFor()
  const millis = await page.evaluate(() => window.joinedAt - window.tappedAt)
  await context.close()
  return millis
}

async function fillIn(page, person) {
  const steps = {
    phone: () => page.locator('#phone').fill(person),
    name: () => page.locator('#name').fill('示例·陈阿妹'),
    id: () => page.locator('#idNumber').fill(idNumber()),
    occupation: () => page.locator('main label').first().tap(),
    platforms: async () => undefined,
    employer: async () => undefined,
    community: async () => {
      await page.getByRole('searchbox').fill('luhuitou')
      await page.getByRole('main').getByRole('list').getByRole('button').first().tap()
    },
    consent: () => page.getByRole('checkbox').check(),
  }
  for (const [step, fill] of Object.entries(steps)) {
    await page.waitForURL(`**/apply/${step}`)
    await fill()
    await page.locator('form button[type=submit]').tap()
  }
  await page.waitForURL('**/apply/check')
}

async function figure(name, limit, measure) {
  const all = []
  for (let round = 0; round < ROUNDS; round++) all.push(await measure())
  const sorted = all.toSorted((a, b) => a - b)
  const median = Math.round(sorted[Math.floor(sorted.length / 2)])
  const each = all.map(Math.round).join(', ')
  console.log(`${name}: ${median} ms of ${limit} (median of ${each})`)
}

console.log(`against ${local.gateway}`)
await figure('Apply usable, cold, 4x slow-down, 1.6 Mbit/s, 150 ms', 3_000, applyUsable)
await figure('from the last tap to joined', 1_000, joined)
await browser.close()
