import { isMainThread } from 'node:worker_threads'

/** Loaded into a server that tests start: it ends when whoever started it is gone, however that went. */
if (isMainThread) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
  process.stdin.resume()
}
