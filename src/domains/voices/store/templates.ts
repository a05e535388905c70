import type { Reader, Writer } from '#platform/database.ts'
import type { Id } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'

/** ひな形 — a ready-made text of a section, to begin an answer with. */
export interface Template {
  readonly id: Id<'vtm'>
  readonly version: number
  readonly section: string
  readonly name: string
  readonly text: string
}

/** null: of every section. */
export async function templatesOf(
  db: Reader,
  sections: readonly string[] | null,
): Promise<readonly Template[]> {
  const rows = await db
    .selectFrom('voice_template')
    .select(['id', 'version', 'section', 'name', 'text'])
    .$if(sections !== null, (q) => q.where('section', 'in', sections?.length ? sections : ['']))
    .orderBy('section')
    .orderBy('name')
    .execute()
  return rows as unknown as readonly Template[]
}

export async function saveTemplate(
  tx: Writer,
  template: Template,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { id, version, ...said } = template
  const told = { ...said, set_by: by, set_at: at }
  if (version === 0) {
    await tx
      .insertInto('voice_template')
      .values({ id, version: 1, ...told })
      .execute()
    return
  }
  const { numUpdatedRows } = await tx
    .updateTable('voice_template')
    .set({ ...told, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

export async function deleteTemplate(tx: Writer, id: Template['id']): Promise<void> {
  await tx.deleteFrom('voice_template').where('id', '=', id).execute()
}
