import type pg from 'pg'

/** A table as the backup sees it: its columns in order, and what makes its order the same anywhere. */
export interface Table {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly order: readonly string[]
}

/** Text must come out the same on every server, whatever its settings are. */
export const plainSettings = `set local timezone = 'UTC'; set local datestyle = 'ISO, MDY';
  set local intervalstyle = 'postgres'; set local bytea_output = 'hex';
  set local extra_float_digits = 1; set local search_path = 'public'`

interface ColumnRow {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly collated: boolean
  readonly key: number | null
}

/** Every table of the site but the record of the migrations. What PostgreSQL computes is left out. */
export async function tablesOf(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<ColumnRow>(
    `select c.relname as "table", a.attname as "column",
      format_type(a.atttypid, a.atttypmod) as type, a.attcollation <> 0 as collated,
      array_position(k.indkey::int[], a.attnum::int) as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    left join pg_index k on k.indrelid = c.oid and k.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not like 'kysely\\_migration%'
    order by c.relname collate "C", a.attnum`,
  )
  const byTable = new Map<string, ColumnRow[]>()
  for (const row of rows) byTable.set(row.table, [...(byTable.get(row.table) ?? []), row])
  return [...byTable].map(([name, columns]) => {
    const keys = columns
      .filter((c) => c.key !== null)
      .sort((a, b) => Number(a.key) - Number(b.key))
      .map((c) => quoted(c.column) + (c.collated ? ' collate "C"' : ''))
    const whole = columns.map((c) => `${quoted(c.column)}::text collate "C"`)
    return {
      name,
      columns: columns.map((c) => ({ name: c.column, type: c.type })),
      order: keys.length > 0 ? keys : whole,
    }
  })
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

const roomy = 1024 * 1024

/**
 * The rows of a table as JSON lines, page by page, inside the caller's transaction. Each value is the
 * text PostgreSQL itself writes for it: no microsecond, digit or word position is lost on the way.
 */
export async function* pagesOf(client: pg.ClientBase, table: Table): AsyncGenerator<Buffer> {
  const columns = table.columns.map(({ name }) => `${quoted(name)}::text as ${quoted(name)}`)
  const order = table.order.length > 0 ? `order by ${table.order.join(', ')}` : ''
  await client.query(
    `declare backup_rows no scroll cursor for
    select ${columns.join(', ')} from ${quoted(table.name)} ${order}`,
  )
  let rowsPerPage = 200
  for (;;) {
    const { rows } = await client.query<Record<string, string | null>>(
      `fetch ${rowsPerPage} from backup_rows`,
    )
    if (rows.length === 0) break
    const page = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    yield page
    // Long rows in small pages, short rows in large ones: the memory stays the same.
    if (page.length > roomy) rowsPerPage = Math.max(1, rowsPerPage >> 1)
    else if (page.length < roomy / 4) rowsPerPage = Math.min(5000, rowsPerPage << 1)
  }
  await client.query('close backup_rows')
}

/** Puts one page of JSON lines into a table, with the numbers it had. */
export async function insertPage(client: pg.ClientBase, table: Table, page: Buffer): Promise<void> {
  const lines = page.toString('utf8').trimEnd().split('\n')
  const names = table.columns.map((c) => quoted(c.name)).join(', ')
  const values = table.columns.map((c) => `(line ->> '${c.name.replaceAll("'", "''")}')::${c.type}`)
  await client.query(
    `insert into ${quoted(table.name)} (${names}) overriding system value
    select ${values.join(', ')} from json_array_elements($1::json) as line`,
    [`[${lines.join(',')}]`],
  )
}
