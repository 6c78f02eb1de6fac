import { defineConfig } from '@playwright/test'
import { stack } from './e2e/stack'

const DESK = { viewport: { width: 1440, height: 900 } }

// One takes text messages away from everybody, and the other looks how long a frame takes.
const ALONE = /desk\/(flow|queue)\.spec\.ts/

/** Journeys in a real Chromium against a running stack: that of `./run`, or the one named. */
export default defineConfig({
  testDir: './e2e',
  outputDir: './target/test-results',
  // Journeys share one stack on two cores; each makes its own people and touches nobody else's.
  workers: 2,
  fullyParallel: true,
  // The machine may build other things besides: what comes is waited for, and nothing sleeps.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: process.env.NUANXIN_REPORT ?? 'target/e2e.json' }]],
  use: {
    actionTimeout: 30_000,
    baseURL: stack().gateway,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.NUANXIN_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    {
      name: 'phone',
      testMatch: /phone\/.*\.spec\.ts/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'desk',
      testMatch: /desk\/.*\.spec\.ts/,
      testIgnore: ALONE,
      use: DESK,
    },
    {
      name: 'alone',
      testMatch: ALONE,
      dependencies: ['phone', 'desk'],
      use: DESK,
    },
  ],
})
