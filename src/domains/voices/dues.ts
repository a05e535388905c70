import type { Due, Dues } from '#domains/notices/index.ts'
import { type Actor, holdsSomewhere } from '#platform/actor.ts'
import { addDays, type IsoDate, localDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { reachOf } from './rules/reach.ts'
import { mailboxState } from './store/mailbox.ts'
import { openObjections } from './store/objections.ts'
import { openPromises } from './store/promises.ts'
import { countPoints, countVoices, mostCounted } from './store/work.ts'
import { paperUrls, urls } from './urls.ts'

const writing = ['assigned', 'drafting', 'returned'] as const
const week = 7

/** 市民の声: what of it waits for a person today. Each line is one count from one index, however much there is. */
export const dues: Dues = async (db, actor, today) => {
  const section = holdsSomewhere(actor, 'voices.section') ? await ofSection(db, actor, today) : []
  const head = holdsSomewhere(actor, 'voices.head') ? await ofHead(db, actor) : []
  const office = holdsSomewhere(actor, 'voices.secretariat') ? await ofOffice(db, today) : []
  const inbox = holdsSomewhere(actor, 'voices.taker') ? await ofInbox(db) : []
  return [...inbox, ...section, ...head, ...office]
}

const many = (n: number) => (n >= mostCounted ? `${n}+` : String(n))
const line = (
  kind: Due['kind'],
  n: number,
  [ja, en]: readonly [string, string],
  path: string,
  on: IsoDate | null = null,
): readonly Due[] =>
  n > 0 ? [{ kind, title: { ja: `${ja} ${many(n)}件`, en: `${en}: ${many(n)}` }, path, on }] : []

/** Behind a wrong password mails wait, and nobody sees them. */
async function ofInbox(db: Reader): Promise<readonly Due[]> {
  const failing = await mailboxState(db)
  if (!failing) return []
  const title = {
    ja: '郵便受けのメールを読めていません',
    en: 'The mailbox of the city is not being read',
  }
  return [{ kind: 'overdue', title, path: paperUrls.inbox, on: localDate(failing.since) }]
}

async function ofSection(db: Reader, actor: Actor, today: IsoDate): Promise<readonly Due[]> {
  const reach = reachOf(actor)
  if (reach === null || !reach.length) return []
  const count = (dueBy: IsoDate) => countPoints(db, { reach, states: writing, dueBy })
  const late = await count(addDays(today, -1))
  const soon = (await count(addDays(today, week))) - late
  const later = (await countPoints(db, { reach, states: writing })) - late - soon
  const [promise] = await openPromises(db, reach, { limit: 1 })
  const isSoon = promise !== undefined && promise.dueOn <= addDays(today, week)
  return [
    ...line(
      'overdue',
      late,
      ['期限を過ぎた市民の声', 'Voices overdue'],
      `${urls.desk}?show=overdue`,
    ),
    ...line('due', soon, ['1週間のうちに答える市民の声', 'Voices to answer this week'], urls.desk),
    ...line('unanswered', later, ['これから答える市民の声', 'Voices to answer later'], urls.desk),
    ...line(
      isSoon && promise.dueOn < today ? 'overdue' : 'due',
      isSoon ? 1 : 0,
      ['結果を書く約束', 'Promises to report on'],
      urls.promises,
      promise?.dueOn,
    ),
  ]
}

async function ofHead(db: Reader, actor: Actor): Promise<readonly Due[]> {
  const reach = reachOf(actor)
  const waiting = await countPoints(db, { reach, states: ['submitted'] })
  return line(
    'decision',
    waiting,
    ['決裁を待つ市民の声の回答', 'Answers to approve'],
    urls.approvals,
  )
}

async function ofOffice(db: Reader, today: IsoDate): Promise<readonly Due[]> {
  const late = await countPoints(db, {
    reach: null,
    states: [...writing, 'submitted'],
    dueBy: addDays(today, -1),
  })
  const objections = (await openObjections(db, mostCounted)).length
  return [
    ...line(
      'due',
      await countVoices(db, 'received'),
      ['論点に分ける市民の声', 'Voices to split'],
      `${urls.desk}?show=received`,
    ),
    ...line(
      'decision',
      await countVoices(db, 'ready'),
      ['回答を送れる市民の声', 'Replies ready to send'],
      `${urls.desk}?show=ready`,
    ),
    ...line(
      'decision',
      objections,
      ['要旨への申し出', 'Objections to gists'],
      `${urls.desk}?show=objections`,
    ),
    ...line(
      'unanswered',
      late,
      ['期限を過ぎた市民の声(全課)', 'Voices overdue, all sections'],
      `${urls.desk}?show=overdue`,
    ),
  ]
}
