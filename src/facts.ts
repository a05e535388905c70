import pg from 'pg'
import type { City } from '#platform/cities.ts'

/**
 * Hears what other processes of the same city write, so that this one forgets its kept pages. The
 * embedded database has no other process. A lost connection forgets everything and listens anew.
 */
export async function listenForFacts(
  { place, database }: City,
  forget: () => void,
): Promise<{ readonly close: () => Promise<void> }> {
  if (database.engine === 'embedded' || !place.databaseUrl) return { close: async () => {} }
  let client: pg.Client | undefined
  let closed = false
  let again: NodeJS.Timeout | undefined
  const connect = async () => {
    const fresh = new pg.Client({ connectionString: place.databaseUrl })
    fresh.on('notification', forget)
    fresh.on('error', () => {})
    fresh.on('end', () => {
      forget()
      if (!closed) again = setTimeout(() => void connect().catch(retry), 1000)
    })
    await fresh.connect()
    await fresh.query('listen tomoni_facts')
    // What was written while nobody listened is heard of by nobody.
    forget()
    client = fresh
  }
  const retry = () => {
    if (!closed) again = setTimeout(() => void connect().catch(retry), 5000)
  }
  await connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(again)
      await client?.end()
    },
  }
}
