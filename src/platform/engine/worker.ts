import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { must } from '../must.ts'
import { holdsDatabase, makeBeside } from './folder.ts'
import type { EngineData, Reply, Request } from './messages.ts'
import { syncedFolder } from './synced-folder.ts'

/**
 * The thread of the engine. A query runs to its end without a pause, so it must not share a thread
 * with the server: there it would hold up every request, timer and signal.
 */
const port = must(parentPort, 'the engine runs in a worker thread')
const { dir, template } = workerData as EngineData

let broken = false
const tell = (reply: Reply) => port.postMessage(reply)
const describe = (error: unknown) => (error instanceof Error ? error.message : String(error))

const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'shared_buffers=16MB'],
  // A failed statement may hold personal data; it goes back to its caller, not into a log.
  ...['-c', 'log_min_error_statement=panic'],
]

function syncFailed(error: Error): void {
  broken = true
  tell({ kind: 'sync-failed', message: describe(error) })
}

function openEngine(at: string | null, from?: Uint8Array): Promise<PGlite> {
  return PGlite.create({
    ...(at === null ? {} : { fs: syncedFolder(at, syncFailed) }),
    ...(from && { loadDataDir: new Blob([Uint8Array.from(from)]) }),
    startParams,
    // Order by code point, the same in both engines; letters beyond ASCII are still known as such.
    initDbStartParams: ['--lc-collate=C'],
    onStderr: (line) => {
      if (/\b(PANIC|FATAL|WARNING)\b/.test(line)) tell({ kind: 'log', message: line.trim() })
      return false
    },
  })
}

async function openFolder(at: string): Promise<PGlite> {
  if (!holdsDatabase(at))
    await makeBeside(at, async (draft) => {
      const first = await openEngine(draft, template)
      await first.exec('checkpoint')
      await first.close()
    })
  return openEngine(at)
}

const enough = 64 * 1024

/** Hands one round trip to the engine, and sends the answer in few large pieces. */
async function round(db: PGlite, bytes: Uint8Array): Promise<Uint8Array> {
  // A start-up message has no letter. There is one session for all: a new client gets it clean, with
  // no transaction, lock or statement of one that went away.
  if (bytes[0] === 0) {
    if (db.isInTransaction()) await db.exec('rollback')
    await db.exec('discard all')
  }
  let pieces: Uint8Array[] = []
  let size = 0
  await db.execProtocolRawStream(bytes, {
    onRawData: (piece) => {
      // NOTE A view of the engine's memory: copied before the engine goes on.
      pieces.push(piece.slice())
      size += piece.length
      if (size < enough || broken) return
      tell({ kind: 'part', bytes: Buffer.concat(pieces) })
      pieces = []
      size = 0
    },
  })
  return Buffer.concat(pieces)
}

async function answer(db: PGlite, request: Request): Promise<Uint8Array> {
  if (request.kind === 'round') return round(db, request.bytes)
  if (request.kind === 'dump')
    return new Uint8Array(await (await db.dumpDataDir('gzip')).arrayBuffer())
  // Leaves no recovery for the next start.
  await db.exec('checkpoint')
  await db.close()
  return new Uint8Array(0)
}

try {
  const db = await (dir === null ? openEngine(null, template) : openFolder(dir))
  let last: Promise<void> = Promise.resolve()
  port.on('message', (request: Request) => {
    last = last.then(async () => {
      try {
        const bytes = await answer(db, request)
        // An answer made after a failed sync may be an acknowledgement of nothing.
        if (!broken) tell({ kind: 'done', bytes })
      } catch (error) {
        tell({ kind: 'failed', message: describe(error) })
      }
    })
  })
  tell({ kind: 'ready' })
} catch (error) {
  tell({ kind: 'failed', message: describe(error) })
}
