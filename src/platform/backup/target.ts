import type pg from 'pg'
import { quoted } from './rows.ts'

/** The database, or its folder of files, holds something already: a restore would lose or mix it. */
export class TargetNotEmpty extends Error {
  override name = 'TargetNotEmpty'
}

/** Only a database without tables, or with tables as the migrations left them, may be filled. */
export async function refuseFullTarget(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  const names = rows.map((r) => r.name)
  if (names.length > 0 && !names.includes('kysely_migration'))
    throw new TargetNotEmpty(`the database holds other tables: ${names.join(', ')}`)
  for (const name of names.filter((n) => !n.startsWith('kysely_migration'))) {
    const found = await client.query(`select from ${quoted(name)} limit 1`)
    if (found.rowCount) throw new TargetNotEmpty(`the table ${name} is not empty`)
  }
}

/** Takes away the empty tables of other migrations than the backup's, with all that belongs to them. */
export async function dropTables(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(
    `select format('drop %s if exists %s cascade', kind, name) as drop from (
      select 1 as step, oid, 'pg_class'::regclass as catalog,
        case relkind when 'v' then 'view' when 'm' then 'materialized view'
          when 'S' then 'sequence' else 'table' end as kind, oid::regclass::text as name
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r','p','v','m','S')
      union all
      select 2, oid, 'pg_proc'::regclass,
        case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
        oid::regprocedure::text
      from pg_proc where pronamespace = 'public'::regnamespace
      union all
      select 3, oid, 'pg_type'::regclass, 'type', oid::regtype::text from pg_type
      where typnamespace = 'public'::regnamespace and typtype in ('e','d')
    ) as thing
    where not exists (select from pg_depend d
      where d.classid = catalog and d.objid = thing.oid and d.deptype in ('e', 'a', 'i'))
    order by step`,
  )
  for (const { drop } of rows) await client.query(drop)
}

/**
 * Lets rows in whatever their order: references between tables and triggers are taken off, and put
 * back, and checked, by the function this returns. It needs no more than to own the tables.
 */
export async function openForRows(client: pg.ClientBase): Promise<() => Promise<void>> {
  const keys = await client.query<{ table: string; name: string; rule: string }>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name,
      pg_get_constraintdef(oid) as rule
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
      and conparentid = 0`,
  )
  const triggers = await client.query<{ table: string; name: string; enabled: string }>(
    `select tgrelid::regclass::text as "table", quote_ident(tgname) as name, tgenabled as enabled
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and tgenabled in ('O', 'A')
      and c.relnamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of keys.rows)
    await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { table, name } of triggers.rows)
    await client.query(`alter table ${table} disable trigger ${name}`)
  return async () => {
    await client.query('set constraints all immediate')
    for (const { table, name, enabled } of triggers.rows)
      await client.query(
        `alter table ${table} enable ${enabled === 'A' ? 'always ' : ''}trigger ${name}`,
      )
    for (const { table, name, rule } of keys.rows)
      await client.query(`alter table ${table} add constraint ${name} ${rule}`)
  }
}
