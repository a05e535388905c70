import type { Dues } from '#domains/notices/index.ts'
import { serviceBetween } from '#domains/staff/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import type { Leaver, Told } from '../handover.ts'
import { type Asked, askedOf } from '../rules/asked.ts'
import { defaultTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import { standing } from '../workflow.ts'
import { leavers } from './look.ts'

const titles: Readonly<Record<Asked['what'], (who: string, section: string) => Told>> = {
  pass: (who, section) => ({
    ja: `${section} ${who}さんの引継ぎを渡す`,
    en: `Pass the hand-over of ${who}, ${section}`,
  }),
  receive: (who, section) => ({
    ja: `${section} ${who}さんの引継ぎを受け取る`,
    en: `Receive the hand-over of ${who}, ${section}`,
  }),
  close: (who, section) => ({
    ja: `${section} ${who}さんの引継ぎを終える`,
    en: `Close the hand-over of ${who}, ${section}`,
  }),
}

const titleOf = ({ serving, section }: Leaver, { what }: Asked) =>
  titles[what](serving.name, section)
const pathOf = ({ handover }: Leaver) => (handover ? urls.one(handover.id) : urls.desk)

/**
 * What waits for a person: what they have to pass, to receive, or as a head to see to. Where a section has no
 * head, the secretariat is asked in the head's place.
 */
export const duesOf: Dues = async (db, actor, today) => {
  const open = (await leavers(db, today)).flatMap((leaver) =>
    askedOf(leaver, defaultTerms, today).map((asked) => ({ leaver, asked })),
  )
  if (!open.length) return []
  const headed = new Set<string>(
    (await serviceBetween(db, today, today)).flatMap((s) =>
      s.rank === 'head' ? [s.department] : [],
    ),
  )
  return open.flatMap(({ leaver, asked }) => {
    const { serving, section, endsOn, handover } = leaver
    const stands = standing(actor, {
      section: { id: serving.department, name: section },
      user: serving.user,
      successor: handover?.successor ?? null,
      serves: today <= endsOn,
    })
    const isMine = {
      giver: stands.has('giver'),
      successor: stands.has('receiver'),
      head: stands.has(headed.has(serving.department) ? 'head' : 'organiser'),
    }[asked.who]
    const { kind, on } = asked
    return isMine ? [{ kind, title: titleOf(leaver, asked), path: pathOf(leaver), on }] : []
  })
}

/** What is still to be handed over in one section, for the lists of other chapters. */
export async function openIn(db: Reader, section: string, today: IsoDate) {
  return (await leavers(db, today))
    .filter(({ serving }) => serving.department === section)
    .flatMap((leaver) => {
      const [asked] = askedOf(leaver, defaultTerms, today)
      if (!asked) return []
      const { on } = asked
      const title = titleOf(leaver, asked)
      return [{ title, path: pathOf(leaver), on, late: asked.kind === 'overdue' }]
    })
}
