// Draws public/icons from public/icon.svg with the machine's Chromium, after the icon has changed:
// node icons.mjs
import { readFile, mkdir, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'

const folder = new URL('public/', import.meta.url)
const svg = await readFile(new URL('icon.svg', folder), 'utf8')
// A system cuts a maskable icon into its own shape, so the ground goes to the edge; the heart is
// within the safe circle of 80 % already.
const square = svg.replace(/ rx="\d+"/, '')
const ICONS = [
  ['icon-192', svg, 192],
  ['icon-512', svg, 512],
  ['icon-180', square, 180],
  ['maskable-192', square, 192],
  ['maskable-512', square, 512],
]

await mkdir(new URL('icons/', folder), { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
for (const [name, picture, size] of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const sized = picture.replace('<svg ', `<svg width="${size}" height="${size}" `)
  await page.setContent(`<style>*{margin:0}svg{display:block}</style>${sized}`)
  const png = await page.screenshot({ omitBackground: true })
  await writeFile(new URL(`icons/${name}.png`, folder), png)
  console.log(`${name}.png ${(png.length / 1024).toFixed(1)} KB`)
  await page.close()
}
await browser.close()
