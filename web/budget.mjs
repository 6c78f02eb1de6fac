// Fails when an app's first load is heavier than it may be: script and style that index.html names,
// and what those import statically, as gzip.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const LIMITS = { worker: 180, console: 350 }
let over = false
for (const [app, limit] of Object.entries(LIMITS)) {
  const folder = new URL(`apps/${app}/dist/`, import.meta.url).pathname
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  const base = app === 'console' ? '/console/' : '/'
  const wanted = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((m) =>
    m[1].slice(base.length),
  )
  const seen = new Set()
  let bytes = 0
  while (wanted.length > 0) {
    const file = wanted.pop()
    if (seen.has(file)) continue
    seen.add(file)
    const text = await readFile(join(folder, file), 'utf8')
    bytes += gzipSync(text, { level: 9 }).length
    if (!file.endsWith('.js')) continue
    for (const m of text.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)) {
      wanted.push(join(dirname(file), m[1]))
    }
  }
  const kib = bytes / 1024
  console.log(`${app}: first load ${kib.toFixed(1)} KB gzip of ${limit} (${seen.size} files)`)
  over ||= kib > limit
}
if (over) {
  console.error('An app is heavier than its budget.')
  process.exit(1)
}
