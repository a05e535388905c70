import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { wordForm } from '#platform/personal.ts'
import { standing } from '#platform/recall.ts'
import { accept, no, Refused } from '#platform/result.ts'
import type { DB } from '#platform/tables.ts'
import type { Word, WordId } from '../word.ts'

/** The whole list, in the order of the words. A city keeps some hundred. */
export function words(db: Reader): Promise<readonly Word[]> {
  return standing(db, 'words', async () => {
    const rows = await db.selectFrom('word_entry').selectAll().orderBy('folded').execute()
    return rows.map(fromRow)
  })
}

export async function wordById(db: Reader, id: string): Promise<Word | undefined> {
  const row = await db.selectFrom('word_entry').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Refused where the same word is there already, however it is written. */
export async function insertWord(tx: Writer, word: Word): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('word_entry')
    .values({ id: word.id, version: word.version, ...toRow(word) })
    .onConflict((oc) => oc.column('folded').doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0)
    accept(no({ kind: 'refused', reason: 'word-exists', place: word.word }))
}

/** Over the version that was read. */
export async function updateWord(tx: Writer, word: Word): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('word_entry')
    .set({ version: word.version + 1, ...toRow(word) })
    .where('id', '=', word.id)
    .where('version', '=', word.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

export async function deleteWord(tx: Writer, id: WordId, version: number): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('word_entry')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Refused({ kind: 'stale' })
}

const toRow = (word: Word) => ({
  word: word.word,
  folded: wordForm(word.word),
  why: word.why,
  instead: word.instead,
  within: [...word.within],
  is_example: word.isExample,
  changed_at: word.changedAt,
  changed_by: word.changedBy,
})

const fromRow = (row: Selectable<DB['word_entry']>): Word => ({
  id: row.id as WordId,
  version: row.version,
  word: row.word,
  why: row.why,
  instead: row.instead,
  within: row.within,
  isExample: row.is_example,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})
