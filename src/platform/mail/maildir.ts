import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * A folder in which a mail server lays down what it received, a file each (maildir: `new` holds what nobody has
 * read, `cur` what was read). `aside` is ours: what could not be read, for a person to look at.
 */
export interface Maildir extends Inbox, SetAside {
  /** Lays down what was received elsewhere: in `new` under its name only when it is there whole. */
  readonly lay: (name: string, mail: Readable) => Promise<void>
  /** Throws away what was read and came before a moment; answers how many. What is set aside stays. */
  readonly clear: (before: Date) => Promise<number>
  /** Throws away one that was set aside; what is not there is gone already. */
  readonly remove: (name: string) => Promise<void>
}

/** What is read of it, and put where it belongs. */
export interface Inbox {
  /** Names of the files that nobody has read yet, oldest first. */
  readonly unread: (limit: number) => Promise<readonly string[]>
  readonly size: (name: string) => Promise<number>
  readonly read: (name: string) => Promise<Uint8Array>
  /** Moved when all that was in it is kept, or set aside. */
  readonly done: (name: string, where: 'cur' | 'aside') => Promise<void>
}

/** What was set aside, for a person to look at; undefined once it was thrown away. */
export interface SetAside {
  /** The first `most` bytes of it, and how many there are. */
  readonly asideRead: (
    name: string,
    most: number,
  ) => Promise<{ readonly bytes: Uint8Array; readonly size: number } | undefined>
}

/** Nothing to read where there is no such folder: a city without an inbox has none. */
export function maildir(folder: string): Maildir {
  const at = (name: string) => join(folder, 'new', name)
  return {
    lay: async (name, mail) => {
      for (const part of ['tmp', 'new'])
        await mkdir(join(folder, part), { recursive: true, mode: 0o700 })
      const path = join(folder, 'tmp', basename(name))
      await pipeline(mail, createWriteStream(path, { mode: 0o600, flush: true }))
      await rename(path, at(basename(name)))
    },
    unread: async (limit) => {
      const names = await readdir(join(folder, 'new')).catch(() => [])
      return names
        .filter((name) => !name.startsWith('.'))
        .toSorted()
        .slice(0, limit)
    },
    size: async (name) => (await stat(at(name))).size,
    read: async (name) => new Uint8Array(await readFile(at(name))),
    done: async (name, where) => {
      await mkdir(join(folder, where), { recursive: true, mode: 0o700 })
      // `:2,S`: read, as every mail program understands it.
      const to = where === 'cur' && !name.includes(':2,') ? `${name}:2,S` : name
      await rename(at(name), join(folder, where, to))
    },
    clear: async (before) => {
      const names = await readdir(join(folder, 'cur')).catch(() => [])
      let cleared = 0
      for (const name of names) {
        const path = join(folder, 'cur', name)
        if ((await stat(path)).mtime >= before) continue
        await rm(path, { force: true })
        cleared += 1
      }
      return cleared
    },
    asideRead: async (name, most) => {
      const file = await open(join(folder, 'aside', basename(name))).catch(() => undefined)
      if (!file) return undefined
      try {
        const { size } = await file.stat()
        const bytes = new Uint8Array(Math.min(size, most))
        await file.read(bytes, 0, bytes.length, 0)
        return { bytes, size }
      } finally {
        await file.close()
      }
    },
    // The name comes out of the database, and is a name only: it leads nowhere else.
    remove: async (name) => rm(join(folder, 'aside', basename(name)), { force: true }),
  }
}
