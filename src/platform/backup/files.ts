import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ArchiveEntry, ArchiveWriter } from './archive.ts'
import { counter, type Manifest } from './manifest.ts'
import { TargetNotEmpty } from './target.ts'

type FileRecord = Manifest['files'][number]

/** Adds every file of a folder, with its sum. One that was removed since it was listed is left out. */
export async function addFiles(writer: ArchiveWriter, dir: string): Promise<FileRecord[]> {
  if (!existsSync(dir)) return []
  const found = await readdir(dir, { recursive: true, withFileTypes: true })
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const records: FileRecord[] = []
  for (const name of names) {
    const handle = await open(join(dir, name), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (!handle) continue
    const { size } = await handle.stat()
    const counted = counter()
    // Counted on the way, in one pass: a second listener would set the stream going too soon.
    const content = async function* () {
      for await (const piece of handle.createReadStream({ start: 0 })) {
        counted.add(piece)
        yield piece
      }
    }
    await writer.addStream(`files/${name}`, size, content())
    const { bytes, sha256 } = counted.result()
    records.push({ name, bytes, sha256 })
  }
  return records
}

/** Files go beside their place first, and take it in one step when everything else is right. */
export async function fileStage(dir: string) {
  const stage = `${dir}.restoring`
  let placed = false
  if (existsSync(dir) && (await readdir(dir)).length > 0)
    throw new TargetNotEmpty(`the folder ${dir} is not empty`)
  await rm(stage, { recursive: true, force: true })
  await mkdir(stage, { recursive: true, mode: 0o700 })
  return {
    take: async (name: string, entry: ArchiveEntry) => {
      const path = join(stage, name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(entry.content, createWriteStream(path, { mode: 0o600, flush: true }))
    },
    place: async () => {
      if (existsSync(dir)) await rmdir(dir)
      await rename(stage, dir)
      placed = true
    },
    undo: async () => {
      await rm(stage, { recursive: true, force: true })
      if (placed) await rm(dir, { recursive: true, force: true })
    },
  }
}
