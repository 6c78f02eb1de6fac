// Makes the types from openapi.json; with --fetch, takes openapi.json from the running stack first.
// `--check` only says whether the types are those of openapi.json.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const here = new URL('.', import.meta.url)
const document = new URL('openapi.json', here)
const types = new URL('src/schema.d.ts', here)

if (process.argv.includes('--fetch')) {
  const gateway = process.env.NUANXIN_GATEWAY ?? 'http://127.0.0.1:8080'
  const answer = await fetch(`${gateway}/openapi`, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${gateway}/openapi answers ${answer.status}`)
  const fetched = await answer.json()
  const silent = (fetched['x-services'] ?? []).filter((service) => !service.answered)
  if (silent.length > 0) {
    throw new Error(`no answer from ${silent.map((service) => service.service).join(', ')}`)
  }
  await writeFile(document, JSON.stringify(fetched, null, 2) + '\n')
}

const joined = JSON.parse(await readFile(document, 'utf8'))
// The client names calls by path and method; ids only have to be unique, and would only make noise.
for (const path of Object.values(joined.paths)) {
  for (const operation of Object.values(path)) delete operation.operationId
}
const made = astToString(await openapiTS(joined))
if (process.argv.includes('--check')) {
  if (made !== (await readFile(types, 'utf8'))) {
    console.error('packages/api/src/schema.d.ts is stale: run `npm run api` in web/.')
    process.exit(1)
  }
} else {
  await writeFile(types, made)
}
