import { Worker } from 'node:worker_threads'
import type { EngineData, Reply, Request } from './messages.ts'

/** A query took longer than the engine may be blocked for everybody. */
export class QueryTooLong extends Error {
  override name = 'QueryTooLong'
  constructor(limit: number) {
    super(`a query took longer than ${limit} ms and was stopped`)
  }
}

/** The engine no longer runs, and will not run again in this process. */
export class EngineStopped extends Error {
  override name = 'EngineStopped'
}

/** One running engine. It answers one request at a time, in the order in which they came. */
export interface Thread {
  readonly ask: (request: Request, onPart?: (bytes: Uint8Array) => void) => Promise<Uint8Array>
  /** Resolves when it has gone, with the reason. */
  readonly ended: Promise<Error>
  readonly stop: (reason: Error) => Promise<void>
  readonly ref: () => void
  readonly unref: () => void
}

interface Waiting {
  readonly request: Request
  readonly onPart: (bytes: Uint8Array) => void
  readonly done: (bytes: Uint8Array) => void
  readonly failed: (error: Error) => void
}

/** The bundle has one file for the thread; the source runs as it is. */
export function workerFile(from: string): URL {
  return new URL(from.endsWith('.js') ? './engine-worker.js' : './worker.ts', from)
}

const nothing = () => {}

/** Starts an engine and waits until it answers. */
export function startThread(
  data: EngineData,
  queryTimeoutMs: number,
  onLog: (message: string) => void,
): Promise<Thread> {
  const worker = new Worker(workerFile(import.meta.url), { workerData: data })
  const opened = Promise.withResolvers<Thread>()
  const ended = Promise.withResolvers<Error>()
  const queue: Waiting[] = []
  let over: Error | undefined
  let watchdog: NodeJS.Timeout | undefined

  /** Settles everything that waits; what comes from the worker after this is not heard. */
  const end = async (reason: Error) => {
    if (over) return
    over = reason
    clearTimeout(watchdog)
    worker.off('message', hear)
    await worker.terminate()
    opened.reject(reason)
    ended.resolve(reason)
    for (const waiting of queue.splice(0)) waiting.failed(reason)
  }

  const next = () => {
    const first = queue[0]
    if (!first) return
    const limit = first.request.kind === 'round' ? queryTimeoutMs : undefined
    if (limit !== undefined)
      watchdog = setTimeout(() => {
        // The answer may already lie in the letter box, when it was this thread that was late.
        setImmediate(() => {
          if (queue[0] === first) void end(new QueryTooLong(limit))
        })
      }, limit)
    worker.postMessage(first.request)
  }

  const settle = (how: (waiting: Waiting) => void) => {
    clearTimeout(watchdog)
    const first = queue.shift()
    if (!first) return
    next()
    how(first)
  }

  const hear = (reply: Reply) => {
    if (reply.kind === 'ready') opened.resolve(thread)
    else if (reply.kind === 'log') onLog(reply.message)
    else if (reply.kind === 'part') queue[0]?.onPart(reply.bytes)
    else if (reply.kind === 'done') settle((waiting) => waiting.done(reply.bytes))
    else if (reply.kind === 'sync-failed')
      void end(new EngineStopped(`the disk refused a sync: ${reply.message}`))
    else if (queue.length > 0) settle((waiting) => waiting.failed(new Error(reply.message)))
    else void end(new Error(reply.message))
  }

  const thread: Thread = {
    ask: (request, onPart = nothing) => {
      if (over) return Promise.reject(over)
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
      queue.push({ request, onPart, done: resolve, failed: reject })
      if (queue.length === 1) next()
      return promise
    },
    ended: ended.promise,
    stop: end,
    ref: () => worker.ref(),
    unref: () => worker.unref(),
  }

  worker.on('message', hear)
  worker.on('error', (error) => void end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => void end(new Error(`the engine's thread ended with code ${code}`)))
  return opened.promise
}
