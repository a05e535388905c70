import type { Reader, Writer } from '#platform/database.ts'
import type { Locale } from '../case.ts'

/** 約束ごと: what may be written here. Every version stays. */
export interface Guidelines {
  readonly version: number
  readonly at: Date
  readonly text: string
  readonly translations: Readonly<Partial<Record<Exclude<Locale, 'ja'>, string>>>
}

export async function guidelines(db: Reader): Promise<Guidelines | undefined> {
  const row = await db
    .selectFrom('moderation_guideline')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { version, at, text, translations } = row
  return { version, at, text, translations: translations as Guidelines['translations'] }
}

export async function insertGuidelines(
  tx: Writer,
  { version, at, text, translations }: Guidelines,
  by: string,
): Promise<void> {
  await tx
    .insertInto('moderation_guideline')
    .values({ version, at, by_id: by, text, translations: JSON.stringify(translations) })
    .execute()
}
