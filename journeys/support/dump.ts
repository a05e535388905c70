import type { Database } from '#platform/pool.ts'

/** One column of one table, as everything that stands in it. */
export interface DumpedColumn {
  readonly table: string
  readonly column: string
  readonly type: string
  /** The values as PostgreSQL writes them; bytes as hexadecimal digits. */
  readonly values: readonly string[]
}

/** Every column of every table of the database, the queue's too: what lies on a stolen disk. */
export async function dump({ pool }: Pick<Database, 'pool'>): Promise<readonly DumpedColumn[]> {
  const { rows } = await pool.query<{ schema: string; name: string; column: string; type: string }>(
    `select n.nspname as schema, c.relname as name, a.attname as column, format_type(a.atttypid, null) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1, 2, a.attnum`,
  )
  const all: DumpedColumn[] = []
  for (const { schema, name, column, type } of rows) {
    const table = schema === 'public' ? name : `${schema}.${name}`
    const found = await pool.query<{ value: string }>(
      `select "${column}"::text as value from "${schema}"."${name}" where "${column}" is not null`,
    )
    all.push({ table, column, type, values: found.rows.map(({ value }) => value) })
  }
  return all
}

/**
 * Where a text stands, as `table.column`; also when it was kept as bytes. A short Latin name counts
 * as a word of its own only: identifiers and ciphers are made of letters, and spell it by chance.
 */
export function placesOf(all: readonly DumpedColumn[], text: string): string[] {
  const ways = [text, Buffer.from(text).toString('hex'), JSON.stringify(text).slice(1, -1)]
  const holds = /^[a-z]+$/.test(text)
    ? (value: string) => new RegExp(`(?<![\\w+/-])${text}(?![\\w+/-])`).test(value)
    : (value: string) => ways.some((way) => value.includes(way))
  return all
    .filter(({ values }) => values.some(holds))
    .map(({ table, column }) => `${table}.${column}`)
}
