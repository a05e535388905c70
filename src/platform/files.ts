import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What is kept as it was handed in. A file's key is what is in it: 3f/3f2a… (sha256). */
export interface Files {
  /**
   * Kept when this returns: written whole, synced, and only then under its name. On a shelf of its own
   * (evidence/3f/3f2a…) the same file elsewhere is another one: what is thrown away there is nobody else's.
   */
  put(bytes: Uint8Array, shelf?: string): Promise<string>
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Thrown away for good; only from a shelf. What is not there is gone already. */
  remove(key: string): Promise<void>
}

const keyForm = /^(?:[a-z]{1,20}\/)?[0-9a-f]{2}\/[0-9a-f]{64}$/
const onShelf = /^[a-z]{1,20}\/[0-9a-f]{2}\/[0-9a-f]{64}$/

/** In a folder of this machine. The same file twice is one file; nothing but a key is ever a path. */
export function localFiles(folder: string): Files {
  return {
    async put(bytes, shelf) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const key = `${shelf === undefined ? '' : `${shelf}/`}${hash.slice(0, 2)}/${hash}`
      const path = join(folder, key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const part = `${path}.${randomUUID()}.part`
      const file = await open(part, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, path)
      return key
    },
    async get(key) {
      if (!keyForm.test(key)) return undefined
      try {
        return new Uint8Array(await readFile(join(folder, key)))
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')
          return undefined
        throw thrown
      }
    },
    async remove(key) {
      if (onShelf.test(key)) await rm(join(folder, key), { force: true })
    },
  }
}
