import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/** Opens a page and expects no violation of WCAG 2.2 A and AA that axe can see, and one heading. */
export async function expectAccessible(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await page.waitForLoadState('networkidle', { timeout: 700 }).catch(() => undefined)
  expect(await violations(page), path).toEqual([])
}

/** What axe finds on the page as it is. By CDP, for the page's own policy forbids our script. */
export async function violations(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Runtime.evaluate', { expression: AXE })
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(LEVELS)} }).then(r => r.violations)`,
    awaitPromise: true,
    returnByValue: true,
  })
  await devtools.detach()
  return (result.value as Violation[]).map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  )
}

/** Collects what the page's content security policy stops, and uncaught errors. */
export function watchPolicy(page: Page): string[] {
  const broken: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text())
  })
  page.on('pageerror', (error) => broken.push(error.message))
  return broken
}
