import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = /\.(html|js|css|svg|json|webmanifest)$/
// Below this the headers weigh more than what is saved.
const WORTH_IT = 512

/** Leaves a brotli and a gzip copy beside each file of text, so that serving costs no processor time. */
export function compressed(): Plugin {
  let folder = 'dist'
  return {
    name: 'nuanxin-compressed',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = config.build.outDir
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !TEXT.test(entry.name)) continue
          const file = join(entry.parentPath, entry.name)
          const plain = await readFile(file)
          if (plain.length < WORTH_IT) continue
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
          await writeFile(`${file}.br`, await promisify(brotliCompress)(plain, quality))
          await writeFile(`${file}.gz`, await promisify(gzip)(plain, { level: 9 }))
        }
      },
    },
  }
}
