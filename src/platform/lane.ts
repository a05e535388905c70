import type { ResourceLimits } from 'node:worker_threads'
import { Worker } from 'node:worker_threads'

/** A job in another thread failed: by its own word, by running out of time, or by taking it down. */
export class LaneError extends Error {
  override name = 'LaneError'
  readonly reason: 'failed' | 'too-slow' | 'died'
  constructor(reason: LaneError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

export interface Lane<Job, Outcome> {
  readonly run: (job: Job) => Promise<Outcome>
  /** Ends the thread; the next job starts a new one. */
  readonly close: () => Promise<void>
}

type Answer<Outcome> = { readonly done: Outcome } | { readonly failed: string }

interface Waiting<Job, Outcome> {
  readonly job: Job
  readonly done: (outcome: Outcome) => void
  readonly failed: (error: LaneError) => void
}

/**
 * One worker thread, one job at a time, the rest in a queue: heavy work never holds up a request.
 * A thread that dies or outstays its time takes only its own job with it.
 */
export function lane<Job, Outcome>(
  file: () => URL,
  limits: {
    readonly milliseconds: number
    readonly memory?: ResourceLimits
    /** Gives the memory back after so long without work. */
    readonly restAfter?: number
  },
): Lane<Job, Outcome> {
  const queue: Waiting<Job, Outcome>[] = []
  let worker: Worker | undefined
  let current: Waiting<Job, Outcome> | undefined
  let clock: NodeJS.Timeout | undefined
  let rest: NodeJS.Timeout | undefined

  function started(): Worker {
    const fresh = new Worker(file(), { resourceLimits: limits.memory ?? {} })
    fresh.on('message', (answer: Answer<Outcome>) => {
      if (worker !== fresh) return
      if ('done' in answer) settle((one) => one.done(answer.done))
      else settle((one) => one.failed(new LaneError('failed', answer.failed)))
    })
    fresh.on('error', (error) => drop(fresh, 'died', String(error)))
    fresh.on('exit', () => drop(fresh, 'died', 'the thread ended'))
    return fresh
  }

  function drop(which: Worker, reason: LaneError['reason'], message: string): void {
    if (worker !== which) return
    worker = undefined
    void which.terminate()
    settle((one) => one.failed(new LaneError(reason, message)))
  }

  function settle(tell: (one: Waiting<Job, Outcome>) => void): void {
    clearTimeout(clock)
    const one = current
    current = undefined
    if (one) tell(one)
    next()
  }

  function next(): void {
    if (current) return
    current = queue.shift()
    if (!current) {
      // A thread at rest must not keep the program from ending.
      worker?.unref()
      if (limits.restAfter !== undefined)
        rest = setTimeout(() => void close(), limits.restAfter).unref()
      return
    }
    clearTimeout(rest)
    worker ??= started()
    const busy = worker
    busy.ref()
    clock = setTimeout(() => drop(busy, 'too-slow', 'out of time'), limits.milliseconds)
    busy.postMessage(current.job)
  }

  async function close(): Promise<void> {
    const old = worker
    worker = undefined
    await old?.terminate()
    if (current) settle((one) => one.failed(new LaneError('died', 'closed')))
  }

  return {
    run: (job) =>
      new Promise((done, failed) => {
        queue.push({ job, done, failed })
        next()
      }),
    close,
  }
}

const threads = {
  pdf: { source: './pdf/worker.ts', bundled: './pdf-worker.js' },
  office: { source: './office/worker.ts', bundled: './office-worker.js' },
  raster: { source: './pdf/raster-worker.ts', bundled: './raster-worker.js' },
  picture: { source: './picture/worker.ts', bundled: './picture-worker.js' },
} as const

/** The file of a thread: beside us in the source, beside the program in a bundle. */
export function threadFile(name: keyof typeof threads): URL {
  const { source, bundled } = threads[name]
  return new URL(import.meta.url.endsWith('.js') ? bundled : source, import.meta.url)
}
