import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
  readonly dir: string
  constructor(dir: string) {
    super(`the database in ${dir} is open in another process`)
    this.dir = dir
  }
}

/**
 * One process, one folder: two engines on one folder lose acknowledged rows without an error.
 * SQLite holds the lock because its lock is the kernel's: it goes with the process, even on kill -9.
 *
 * NOTE Never open `<dir>.lock` otherwise: closing any handle on it in this process drops the lock.
 */
export function lockFolder(dir: string): { readonly release: () => void } {
  mkdirSync(dirname(dir), { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(`${dir}.lock`)
  try {
    lock.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new DatabaseInUse(dir)
    throw error
  }
  return { release: () => lock.close() }
}
