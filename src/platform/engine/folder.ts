import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The major version of PostgreSQL that PGlite 0.5 holds; a folder of another cannot be opened. */
export const engineVersion = '18'

export class WrongDatabaseFolder extends Error {
  override name = 'WrongDatabaseFolder'
  readonly dir: string
  constructor(dir: string, why: string) {
    super(`${dir} ${why}`)
    this.dir = dir
  }
}

/** Says whether a database is there. Anything else in the folder is refused, never overwritten. */
export function holdsDatabase(dir: string): boolean {
  const versionFile = join(dir, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim()
    if (found === engineVersion) return true
    throw new WrongDatabaseFolder(
      dir,
      `was written by PostgreSQL ${found}; this release holds PostgreSQL ${engineVersion}. ` +
        'Restore the last backup into an empty folder, or run the release that wrote it.',
    )
  }
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new WrongDatabaseFolder(dir, 'is not empty and holds no database.')
  return false
}

/**
 * Makes a database beside its place and moves it there when it is whole and on disk: a first start
 * that is cut short leaves nothing that a second start could mistake for a database.
 */
export async function makeBeside(dir: string, make: (at: string) => Promise<void>): Promise<void> {
  const draft = `${dir}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  await make(draft)
  await syncTree(draft)
  if (existsSync(dir)) await rmdir(dir)
  await rename(draft, dir)
  await syncOne(dirname(dir))
}

async function syncTree(dir: string): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries.map((e) => join(e.parentPath, e.name))
  for (let at = 0; at < paths.length; at += 16)
    await Promise.all(paths.slice(at, at + 16).map(syncOne))
  await syncOne(dir)
}

/** A folder is synced like a file: its list of names is its content. */
async function syncOne(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
