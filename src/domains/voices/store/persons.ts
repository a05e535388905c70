import type { Reader } from '#platform/database.ts'

/** By which one person is found, whichever form they came in by; null where they gave nothing of the kind. */
export interface PersonMarks {
  /** The way to reach them, as a voice keeps it. */
  readonly way: string | null
  /** Name and address together. */
  readonly person: string | null
}

/** The receipts of everything, voice or public comment, that came from the same person. */
export async function receiptsOfPerson(
  db: Reader,
  { way, person }: PersonMarks,
): Promise<readonly string[]> {
  const voices =
    way === null && person === null
      ? []
      : await db
          .selectFrom('voice')
          .select('receipt_id')
          .where((e) =>
            e.or([
              ...(way === null ? [] : [e('sender_mark', '=', way)]),
              ...(person === null ? [] : [e('person_mark', '=', person)]),
            ]),
          )
          .execute()
  const comments =
    person === null
      ? []
      : await db
          .selectFrom('voice_comment')
          .select('receipt_id')
          .where('sender_mark', '=', person)
          .execute()
  return [...voices, ...comments].map((row) => row.receipt_id)
}
