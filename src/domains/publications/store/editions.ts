import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { DB } from '#platform/tables.ts'
import type {
  Content,
  Edition,
  EditionId,
  EditionState,
  Figures,
  KeptName,
  Published,
} from '../publication.ts'

const fromRow = (row: Selectable<DB['publication_edition']>) =>
  ({
    id: row.id,
    version: row.version,
    planId: row.plan_id,
    fiscalYear: row.fiscal_year,
    state: row.state,
    content: row.content,
    figures: row.figures,
    authors: row.authors,
    composedAt: row.composed_at,
    corrects: row.corrects,
    correctionNote: row.correction_note,
    submittedAt: row.submitted_at,
    approvedAt: row.approved_at,
    note: row.note,
    publishAt: row.publish_at,
    number: row.number,
    publishedAt: row.published_at,
    hash: row.hash,
  }) as unknown as Edition

const all = (db: Reader) => db.selectFrom('publication_edition').selectAll()

/** Newest first. */
export async function editions(db: Reader, limit: number): Promise<readonly Edition[]> {
  const rows = await all(db).orderBy('composed_at', 'desc').orderBy('id').limit(limit).execute()
  return rows.map(fromRow)
}

export async function editionById(db: Reader, id: string): Promise<Edition | undefined> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Held until the commit: two clicks at once are one after the other. */
export async function lockEdition(tx: Writer, id: string): Promise<Edition | undefined> {
  const row = await tx
    .selectFrom('publication_edition')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Of those that are published, newest first. */
export async function publishedEditions(db: Reader): Promise<readonly Published[]> {
  const rows = await all(db)
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(fromRow) as readonly Published[]
}

/** Those whose hour has come. */
export async function dueEditions(db: Reader, now: Date): Promise<readonly Edition[]> {
  const rows = await all(db)
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .execute()
  return rows.map(fromRow)
}

/** The published edition that puts this one right, if there is one. */
export async function correctionOf(db: Reader, id: EditionId): Promise<Published | undefined> {
  const row = await all(db)
    .where('corrects', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row && (fromRow(row) as Published)
}

export async function nextNumber(db: Reader, fiscalYear: number): Promise<number> {
  const row = await db
    .selectFrom('publication_edition')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

interface Fresh {
  readonly id: EditionId
  readonly planId: string
  readonly fiscalYear: number
  readonly content: Content
  readonly figures: Figures
  readonly author: string
  readonly at: Date
  readonly corrects: EditionId | null
  readonly correctionNote: string
}

export async function insertEdition(tx: Writer, fresh: Fresh): Promise<void> {
  await tx
    .insertInto('publication_edition')
    .values({
      id: fresh.id,
      plan_id: fresh.planId,
      fiscal_year: fresh.fiscalYear,
      state: 'draft',
      content: JSON.stringify(fresh.content),
      figures: JSON.stringify(fresh.figures),
      authors: JSON.stringify([fresh.author]),
      composed_at: fresh.at,
      corrects: fresh.corrects,
      correction_note: fresh.correctionNote,
    })
    .execute()
}

/** Writes it, if nobody else has since that version. */
export async function saveEdition(
  tx: Writer,
  { id, version }: Pick<Edition, 'id' | 'version'>,
  said: {
    readonly content: Content
    readonly figures: Figures
    readonly authors: readonly string[]
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('publication_edition')
    .set({
      version: version + 1,
      content: JSON.stringify(said.content),
      figures: JSON.stringify(said.figures),
      authors: JSON.stringify(said.authors),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface Move {
  readonly submitted_by?: string | null
  readonly submitted_at?: Date | null
  readonly approved_by?: string | null
  readonly approved_at?: Date | null
  readonly publish_at?: Date | null
  readonly note?: string
  readonly number?: number
  readonly published_at?: Date
  readonly hash?: string
}

export async function moveEdition(
  tx: Writer,
  { id, version }: Pick<Edition, 'id' | 'version'>,
  state: EditionState,
  rest: Move,
): Promise<void> {
  await tx
    .updateTable('publication_edition')
    .set({ ...rest, state, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export interface KeptForm {
  readonly form: KeptName
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly hash: string
}

export async function keepForms(
  tx: Writer,
  edition: EditionId,
  kept: readonly KeptForm[],
): Promise<void> {
  await tx
    .insertInto('publication_form')
    .values(
      kept.map(({ form, mediaType, bytes, hash }) => ({
        edition_id: edition,
        form,
        media_type: mediaType,
        bytes: Buffer.from(bytes),
        hash,
      })),
    )
    .execute()
}

export async function keptForm(
  db: Reader,
  edition: string,
  form: KeptName,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await db
    .selectFrom('publication_form')
    .select('bytes')
    .where('edition_id', '=', edition)
    .where('form', '=', form)
    .executeTakeFirst()
  return row && new Uint8Array(row.bytes)
}

/** Sizes of what can be downloaded, without its bytes. */
export async function formsOf(
  db: Reader,
  edition: EditionId,
): Promise<readonly { readonly form: KeptName; readonly size: number }[]> {
  const rows = await db
    .selectFrom('publication_form')
    .select(['form', (eb) => eb.fn<number>('length', ['bytes']).as('size')])
    .where('edition_id', '=', edition)
    .execute()
  return rows.map(({ form, size }) => ({ form: form as KeptName, size }))
}

/** Which published edition, and in which form, has exactly these bytes, or this record. */
export async function editionWith(
  db: Reader,
  hash: string,
): Promise<{ readonly edition: Published; readonly form: KeptName | 'record' } | undefined> {
  const form = await db
    .selectFrom('publication_form')
    .select(['edition_id', 'form'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  const row = await all(db)
    .where((eb) => (form ? eb('id', '=', form.edition_id) : eb('hash', '=', hash)))
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row && { edition: fromRow(row) as Published, form: (form?.form as KeptName) ?? 'record' }
}

/** Whether another edition puts this one right already, or is about to. */
export async function isCorrected(db: Reader, id: EditionId): Promise<boolean> {
  const row = await db
    .selectFrom('publication_edition')
    .select('id')
    .where('corrects', '=', id)
    .where('state', '<>', 'dropped')
    .executeTakeFirst()
  return row !== undefined
}
