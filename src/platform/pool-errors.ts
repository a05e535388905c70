import type pg from 'pg'

/**
 * A connection that breaks tells it twice: to the query that waits, and as an event. Unheard, the
 * event ends the whole process; the pool hears it only of clients that lie idle.
 */
export function hearErrors(pool: pg.Pool, onLog: (message: string) => void): void {
  const log = (error: Error) => onLog(`database connection lost: ${error.message}`)
  pool.on('error', log)
  pool.on('connect', (client) => client.on('error', log))
}
