import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/**
 * No violation of WCAG 2.2 A and AA that axe can see on the page as it is, or in a part of it, in
 * light and in dark. What is there for a moment only, as colours that are just changing, is none.
 */
export async function expectAccessibleInLightAndDark(page: Page, within = 'html'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(async () => {
      expect(await violations(page, within), `${page.url()}, ${colorScheme}`).toEqual([])
    }).toPass({ timeout: 5_000 })
  }
}

/**
 * What axe finds on the page as it is, or in a part of it. By CDP, for the page's own policy forbids
 * our script.
 */
export async function violations(page: Page, within = 'html'): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Runtime.evaluate', { expression: AXE })
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `axe.run(${JSON.stringify(within)}, { runOnly: ${JSON.stringify(LEVELS)} }).then(r => r.violations)`,
    awaitPromise: true,
    returnByValue: true,
  })
  await devtools.detach()
  return (result.value as Violation[]).map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  )
}

/** Nothing is beyond the side of the screen, at the page's own text size and at twice that. */
export async function expectNoSidewaysBar(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main[aria-busy]')).toHaveCount(0)
  for (const size of ['100%', '200%']) {
    const found = await page.evaluate((fontSize) => {
      const root = document.documentElement
      root.style.fontSize = fontSize
      const isClipped = (element: Element) =>
        element.closest('.leaflet-container, .nx-hidden, .nx-skip') !== null
      const beyond = [...document.querySelectorAll('body *')].filter((element) => {
        const { right, width } = element.getBoundingClientRect()
        return width > 0 && right > root.clientWidth + 1 && !isClipped(element)
      })
      const over = root.scrollWidth - root.clientWidth
      root.style.fontSize = ''
      return { over, beyond: beyond.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) }
    }, size)
    expect(found, `${page.url()} at ${size}`).toEqual({ over: 0, beyond: [] })
  }
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
