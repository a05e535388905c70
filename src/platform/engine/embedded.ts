import pg from 'pg'
import { columnTypes } from '../column-types.ts'
import { hearErrors } from '../pool-errors.ts'
import { holdsDatabase } from './folder.ts'
import { lockFolder } from './lock.ts'
import { WorkerStream } from './stream.ts'
import { EngineStopped, QueryTooLong, startThread, type Thread } from './thread.ts'

export interface EmbeddedOptions {
  /** null keeps everything in memory: for tests and for looking at a template. */
  readonly dir: string | null
  /** What a new database starts from; without it, from nothing, which takes seconds. */
  readonly template?: Uint8Array | undefined
  /** No query may block everybody for longer. The engine has no statement_timeout of its own. */
  readonly queryTimeoutMs?: number
  readonly onLog?: (message: string) => void
}

export interface Embedded {
  readonly pool: pg.Pool
  /** The whole database, as a template for others. */
  readonly dump: () => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** Opens the PostgreSQL that lives inside this process, behind an ordinary pool. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dir, template, queryTimeoutMs = 30_000, onLog = () => {} } = options
  const lock = dir === null ? undefined : lockFolder(dir)
  let closing = false
  let current: Promise<Thread>

  const start = () => startThread({ dir, template }, queryTimeoutMs, onLog)

  /** What is in memory cannot be opened again, and a disk that lies must not be written to again. */
  const reopen = (why: Error): Promise<Thread> => {
    if (why instanceof EngineStopped) return Promise.reject(why)
    if (dir === null) return Promise.reject(new EngineStopped(why.message, { cause: why }))
    return start()
  }

  const watch = (thread: Thread) =>
    void thread.ended.then((why) => {
      if (closing) return
      onLog(`engine ended: ${why.message}`)
      current = reopen(why)
      current.then(watch, (error: Error) => onLog(`engine stays closed: ${error.message}`))
    })

  try {
    if (dir !== null) holdsDatabase(dir)
    current = start()
    watch(await current)
  } catch (error) {
    lock?.release()
    throw error
  }

  const pool = new pg.Pool({
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    types: columnTypes,
    stream: () => new WorkerStream(() => current),
  })
  hearErrors(pool, onLog)

  return {
    pool,
    dump: async () => {
      // Holds the only client, so that nothing is half written while the files are read.
      const client = await pool.connect()
      try {
        await client.query('checkpoint')
        return await (await current).ask({ kind: 'dump' })
      } finally {
        client.release()
      }
    },
    close: async () => {
      if (closing) return
      closing = true
      await pool.end()
      try {
        const thread = await current
        await thread.ask({ kind: 'close' })
        await thread.stop(new EngineStopped('closed'))
      } catch (error) {
        // A stopped engine has nothing more to close.
        if (!(error instanceof EngineStopped || error instanceof QueryTooLong)) throw error
      } finally {
        lock?.release()
      }
    },
  }
}
