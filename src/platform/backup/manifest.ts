import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type ArchiveEntry, BackupDamaged, readArchive } from './archive.ts'

/** What a backup says of itself: written last, when everything has been counted. */
export const manifestForm = z.object({
  format: z.literal(1),
  tomoni: z.string(),
  created: z.iso.datetime(),
  engine: z.enum(['embedded', 'postgresql']),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifestForm>

export const manifestName = 'manifest.json'

/** `tables/ledger/000001.jsonl`: one page of a table. */
export function pageName(table: string, page: number): string {
  return `tables/${table}/${String(page).padStart(6, '0')}.jsonl`
}

export function tableOfPage(name: string): string | undefined {
  return /^tables\/([^/]+)\/\d+\.jsonl$/.exec(name)?.[1]
}

/** `files/…`, and never a way out of the folder. */
export function fileOfEntry(name: string): string | undefined {
  const path = /^files\/(.+)$/s.exec(name)?.[1]
  if (path === undefined) return undefined
  if (
    path.split('/').some((part) => part === '..' || part === '.' || part === '') ||
    /[\\\0]/.test(path)
  )
    throw new BackupDamaged(`the backup holds a file with the name ${JSON.stringify(path)}`)
  return path
}

/** Counts lines and bytes and sums them, as they pass. */
export function counter() {
  const hash = createHash('sha256')
  let lines = 0
  let bytes = 0
  return {
    add: (piece: Uint8Array) => {
      hash.update(piece)
      bytes += piece.length
      for (const byte of piece) if (byte === 10) lines++
    },
    result: () => ({ lines, bytes, sha256: hash.digest('hex') }),
  }
}

/** Reads a backup to its end, compares all of it with what it says of itself, and needs no database. */
export async function verifyBackup(path: string): Promise<Manifest> {
  const tables = new Map<string, ReturnType<typeof counter>>()
  const files = new Map<string, ReturnType<ReturnType<typeof counter>['result']>>()
  let manifest: Manifest | undefined
  for await (const entry of readArchive(path)) {
    if (manifest) throw new BackupDamaged('something follows the end of the backup')
    const table = tableOfPage(entry.name)
    const file = fileOfEntry(entry.name)
    if (entry.name === manifestName) manifest = await readManifest(entry)
    else if (table) {
      const counted = tables.get(table) ?? counter()
      tables.set(table, counted)
      for await (const piece of entry.content) counted.add(piece)
    } else if (file) {
      const counted = counter()
      for await (const piece of entry.content) counted.add(piece)
      files.set(file, counted.result())
    } else throw new BackupDamaged(`the backup holds an unknown part: ${entry.name}`)
  }
  if (!manifest) throw new BackupDamaged('the backup has no manifest: it was cut short')
  for (const { name, rows, sha256 } of manifest.tables) {
    const found = (tables.get(name) ?? counter()).result()
    tables.delete(name)
    if (found.lines !== rows || found.sha256 !== sha256)
      throw new BackupDamaged(`the table ${name} is not what was backed up`)
  }
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = files.get(name)
    files.delete(name)
    if (found?.bytes !== bytes || found.sha256 !== sha256)
      throw new BackupDamaged(`the file ${name} is not what was backed up`)
  }
  const unknown = [...tables.keys(), ...files.keys()]
  if (unknown.length > 0)
    throw new BackupDamaged(`the manifest does not name ${unknown.join(', ')}`)
  return manifest
}

async function readManifest(entry: ArchiveEntry): Promise<Manifest> {
  const text = await contentOf(entry)
  try {
    return manifestForm.parse(JSON.parse(text.toString('utf8')))
  } catch (cause) {
    throw new BackupDamaged('the manifest is not one that this release can read', { cause })
  }
}

export async function contentOf(entry: ArchiveEntry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of entry.content) pieces.push(piece)
  return Buffer.concat(pieces)
}
