import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const demoFile = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join('demo', name)))

export const demoJson = <T>(name: string): T =>
  JSON.parse(readFileSync(join('demo', name), 'utf8')) as T

/** Runs with a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tomoni-journey-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a reader of a PDF can copy out of it, by poppler; lines and spaces taken out. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    const path = join(folder, 'read.pdf')
    await writeFile(path, bytes)
    const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', path, '-'])
    return squeezed(stdout)
  })
}

export const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '')
