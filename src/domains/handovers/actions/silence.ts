import type { Belongings, Orphan } from '#platform/belongings.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { urls } from '../urls.ts'
import { leavers } from './look.ts'

/** Hand-overs that nobody has begun, passed or received in time. */
const late: Pick<Belongings, 'withoutOwner'> = {
  async withoutOwner(db, on) {
    return (await leavers(db, on))
      .filter((l) => l.late && l.handover?.state !== 'closed')
      .map(({ serving, section, endsOn, handover }): Orphan => {
        const state = handover?.state
        return {
          kind: 'handover',
          id: serving.id,
          title: `${section} ${serving.name}`,
          path: handover ? urls.one(handover.id) : urls.desk,
          department: serving.department,
          since: endsOn,
          why:
            state === 'passed'
              ? { ja: '後任が受け取っていません。', en: 'The successor has not confirmed.' }
              : { ja: 'まだ渡していません。', en: 'Nothing has been handed over.' },
        }
      })
  },
}

/** Everything for which nobody answers or acts, longest first within a section. */
export async function silence(
  db: Reader,
  belongings: readonly Belongings[],
  on: IsoDate,
): Promise<readonly Orphan[]> {
  const lists = []
  for (const chapter of [...belongings, late]) lists.push(await chapter.withoutOwner(db, on))
  return lists.flat().toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))
}
