import { type Selectable, sql } from 'kysely'
import { coversOf } from '#domains/moderation/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { VoicePhoto } from '#platform/tables.ts'
import { isPhoto, type PhotoDecision, type PhotosWaiting } from '../photo.ts'
import { pointSubject } from '../point.ts'
import type { PublicPhoto, PublicPhotos } from '../rules/shown.ts'
import type { VoiceId } from '../voice.ts'
import { filesOf } from './files.ts'

const fromRow = (row: Selectable<VoicePhoto>): PhotoDecision => {
  const { file_id, version, voice_id, position, decided_at, decided_by, large_key, small_key } = row
  const { state, alt, width, height, ground } = row
  const of = { file: file_id, version, voice: voice_id, position, at: decided_at, by: decided_by }
  return {
    ...of,
    ...(state === 'shown'
      ? { state, alt, large: large_key, small: small_key, width, height }
      : { state, ground }),
  } as unknown as PhotoDecision
}

/** What was decided on the pictures of a voice, in their order. */
export async function photosOf(db: Reader, voice: VoiceId): Promise<readonly PhotoDecision[]> {
  const rows = await db
    .selectFrom('voice_photo')
    .selectAll()
    .where('voice_id', '=', voice)
    .orderBy('position')
    .execute()
  return rows.map(fromRow)
}

/** Writes a decision over the one that was on the page (version 0: none); whoever was sooner is not overwritten. */
export async function savePhoto(tx: Writer, one: PhotoDecision): Promise<void> {
  const shown = one.state === 'shown'
  const said = {
    state: one.state,
    ground: shown ? '' : one.ground,
    alt: shown ? one.alt : '',
    large_key: shown ? one.large : '',
    small_key: shown ? one.small : '',
    width: shown ? one.width : 0,
    height: shown ? one.height : 0,
    decided_at: one.at,
    decided_by: one.by,
  }
  const of = { file_id: one.file, voice_id: one.voice, position: one.position }
  const { numInsertedOrUpdatedRows } = one.version
    ? { numInsertedOrUpdatedRows: await updated() }
    : await tx
        .insertInto('voice_photo')
        .values({ ...of, ...said })
        .onConflict((oc) => oc.doNothing())
        .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) throw new Refused({ kind: 'stale' })

  async function updated() {
    const { numUpdatedRows } = await tx
      .updateTable('voice_photo')
      .set({ ...said, version: one.version + 1 })
      .where('file_id', '=', one.file)
      .where('version', '=', one.version)
      .executeTakeFirst()
    return numUpdatedRows
  }
}

/**
 * Of voices of which something is public: their points are decided on, so that no other list leads to them. Those that
 * wait longest first; what was handed in before `since` is no longer waited for.
 */
export async function photosWaiting(
  db: Reader,
  since: Date,
  limit: number,
): Promise<readonly PhotosWaiting[]> {
  const waiting = db
    .selectFrom('voice_file as f')
    .innerJoin('voice as v', 'v.id', 'f.voice_id')
    .select(['f.voice_id', 'v.number', 'v.received_on'])
    .select((e) => [e.fn.countAll<string>().as('photos'), e.fn.min('f.added_at').as('first_at')])
    // As the index says it that holds nothing but photos.
    .where(sql<boolean>`f.kind <> 'scan' and f.media_type = 'image/jpeg'`)
    .where('f.added_at', '>=', since)
    .where('v.may_publish', '=', true)
    .where(sql<boolean>`not exists (select from voice_photo d where d.file_id = f.id)`)
    .where(sql<boolean>`exists (select from voice_public p where p.voice_id = f.voice_id)`)
    .groupBy(['f.voice_id', 'v.number', 'v.received_on'])
    .orderBy('first_at')
    .orderBy('f.voice_id')
    .limit(limit)
  const rows = await db
    .selectFrom(waiting.as('w'))
    .select(['w.number', 'w.received_on', 'w.photos'])
    .select((e) =>
      e
        .selectFrom('voice_public as p')
        .select((of) => of.fn.min('p.point_id').as('point'))
        .whereRef('p.voice_id', '=', 'w.voice_id')
        .as('point'),
    )
    .orderBy('w.first_at')
    .orderBy('w.voice_id')
    .execute()
  return rows.map(
    ({ number, received_on, point, photos }) =>
      ({ number, receivedOn: received_on, point, photos: Number(photos) }) as PhotosWaiting,
  )
}

/** Beside a point that is public: where nothing of a voice is, none of its pictures is. */
const published = (db: Reader) =>
  db
    .selectFrom('voice_photo as f')
    .where('f.state', '=', 'shown')
    .where(sql<boolean>`exists (select from voice_public p where p.voice_id = f.voice_id)`)

const shownFrom = ({ position, alt, width, height }: PublicPhoto): PublicPhoto => ({
  position,
  alt,
  width,
  height,
})

/** The published pictures of these voices, by voice. */
export async function photosShownOf(
  db: Reader,
  voices: readonly VoiceId[],
): Promise<ReadonlyMap<string, readonly PublicPhoto[]>> {
  const of = new Map<string, readonly PublicPhoto[]>()
  const hidden = await coveredVoices(db)
  if (!voices.some((id) => !hidden.has(id))) return of
  const rows = await published(db)
    .select(['f.voice_id', 'f.position', 'f.alt', 'f.width', 'f.height'])
    .where(
      'f.voice_id',
      'in',
      voices.filter((id) => !hidden.has(id)),
    )
    .orderBy('f.voice_id')
    .orderBy('f.position')
    .execute()
  for (const row of rows) of.set(row.voice_id, [...(of.get(row.voice_id) ?? []), shownFrom(row)])
  return of
}

/** What anyone is told of the pictures of a voice: those that are published, and how many more there are. */
export async function publicPhotos(db: Reader, voice: VoiceId): Promise<PublicPhotos> {
  const isPublic = await db
    .selectFrom('voice_public')
    .select('point_id')
    .where('voice_id', '=', voice)
    .limit(1)
    .executeTakeFirst()
  if (!isPublic) return { shown: [], withheld: 0, grounds: [] }
  const decided = await photosOf(db, voice)
  const files = (await filesOf(db, voice)).filter(isPhoto)
  const all = new Set<string>([...files.map(({ id }) => id), ...decided.map(({ file }) => file)])
  const isHidden = (await coveredVoices(db)).has(voice)
  const shown = decided.flatMap((one) =>
    one.state === 'shown' && !isHidden ? [shownFrom(one)] : [],
  )
  const grounds = decided.flatMap((one) => (one.state === 'withheld' ? [one.ground] : []))
  return { shown, withheld: all.size - shown.length, grounds: [...new Set(grounds)] }
}

/** Under which a published picture lies; undefined of what was never decided on, or is withheld. */
export async function photoKeys(
  db: Reader,
  number: string,
  position: number,
): Promise<{ readonly large: string; readonly small: string } | undefined> {
  const keys = await published(db)
    .innerJoin('voice as v', 'v.id', 'f.voice_id')
    .select(['f.large_key as large', 'f.small_key as small', 'f.voice_id'])
    .where('v.number', '=', number)
    .where('f.position', '=', position)
    .executeTakeFirst()
  return keys && !(await coveredVoices(db)).has(keys.voice_id) ? keys : undefined
}

/** 見えなくした声: the pictures came with words that are hidden now, and are hidden with them. */
async function coveredVoices(db: Reader): Promise<ReadonlySet<string>> {
  const points = [...(await coversOf(db, pointSubject)).keys()]
  if (!points.length) return new Set()
  const rows = await db
    .selectFrom('voice_point')
    .select('voice_id')
    .where('id', 'in', points)
    .execute()
  return new Set(rows.map((row) => row.voice_id))
}
