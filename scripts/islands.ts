import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'

/** Browser code, by the name of its asset. Staff pages, the entrance, and the form by which one writes to the city; other public pages ship none. */
const entries = {
  desk: 'src/domains/plan/islands/desk.ts',
  passkey: 'src/design/islands/passkey.ts',
  paper: 'src/design/islands/paper.ts',
  voice: 'src/domains/voices/islands/write.ts',
  // Of public forms under attack only: see src/platform/proof-of-work.ts.
  proof: 'src/design/islands/proof.ts',
  'proof-worker': 'src/design/islands/proof-worker.ts',
}

/** Each island as one hashed module with its compressed twins, lowered for browsers of 2018. */
export async function buildIslands(): Promise<void> {
  for (const [name, entry] of Object.entries(entries)) {
    if (!existsSync(entry)) continue
    const built = (await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        write: false,
        target: ['es2018', 'safari12'],
        lib: { entry, formats: ['es'], fileName: name },
      },
    })) as Rollup.RollupOutput[]
    const [chunk] = built.flatMap((one) => one.output)
    if (chunk?.type !== 'chunk') throw new Error(`no code in ${entry}`)
    const bytes = Buffer.from(chunk.code)
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const file = `dist/assets/${name}.${hash}.js`
    await writeFile(file, bytes)
    await writeFile(`${file}.br`, brotliCompressSync(bytes))
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
