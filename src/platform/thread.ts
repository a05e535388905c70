import { parentPort } from 'node:worker_threads'
import { must } from './must.ts'

/** The other end of a lane: answers each job, one at a time, and never ends because of one. */
export function serve<Job, Outcome>(work: (job: Job) => Outcome | Promise<Outcome>): void {
  const port = must(parentPort, 'a thread has a parent')
  port.on('message', async (job: Job) => {
    try {
      port.postMessage({ done: await work(job) })
    } catch (error) {
      port.postMessage({ failed: error instanceof Error ? error.message : String(error) })
    }
  })
}
