import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into a server that tests start: it ends when whoever started it is gone, however that went. Listening
 * for that keeps nobody alive who has been asked to stop.
 */
if (isMainThread) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
  process.stdin.resume()
  if (process.stdin instanceof Socket) process.stdin.unref()
}
