import type { Dues } from '#domains/notices/index.ts'
import { serviceBetween } from '#domains/staff/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import type { Leaver, Told } from '../handover.ts'
import { type Asked, askedOf } from '../rules/asked.ts'
import { type Answers, answersFor } from '../rules/stands-in.ts'
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

/** Said beside it to whoever is asked in a head's place. */
const because: Readonly<Partial<Record<Answers, Told>>> = {
  deputy: { ja: '所属長がいないため', en: 'there is no head' },
  secretariat: { ja: '所属長も代理もいないため', en: 'there is neither head nor deputy' },
}

const titleOf = ({ serving, section }: Leaver, { what }: Asked) =>
  titles[what](serving.name, section)
const pathOf = ({ handover }: Leaver) => (handover ? urls.one(handover.id) : urls.desk)

/**
 * What waits for a person: what they have to pass, to receive, or as a head to see to. Where a section has no
 * head, its deputy is asked in the head's place, else the secretariat; and it says so.
 */
export const duesOf: Dues = async (db, actor, today) => {
  const open = (await leavers(db, today)).flatMap((leaver) =>
    askedOf(leaver, defaultTerms, today).map((asked) => ({ leaver, asked })),
  )
  if (!open.length) return []
  const service = await serviceBetween(db, today, today)
  return open.flatMap(({ leaver, asked }) => {
    const { serving, section, endsOn, handover } = leaver
    const stands = standing(actor, {
      section: { id: serving.department, name: section },
      user: serving.user,
      successor: handover?.successor ?? null,
      serves: today <= endsOn,
    })
    const answers = answersFor(serving.department, service)
    const isMine = {
      giver: stands.has('giver'),
      successor: stands.has('receiver'),
      head: stands.has(answers === 'secretariat' ? 'organiser' : 'head'),
    }[asked.who]
    const { kind, on } = asked
    const title = titleOf(leaver, asked)
    const why = asked.who === 'head' ? because[answers] : undefined
    const said = why ? { ja: `${title.ja}(${why.ja})`, en: `${title.en} (${why.en})` } : title
    return isMine ? [{ kind, title: said, path: pathOf(leaver), on }] : []
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
