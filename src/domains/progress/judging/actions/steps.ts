import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { groupBy } from '#platform/group.ts'
import { newId } from '#platform/id.ts'
import { refuse } from '#platform/result.ts'
import type { CommitteeId } from '../judging.ts'
import { type Lack, layersMissing, settlementsMissing, sharesMissing } from '../rules/missing.ts'
import { answersMissing, type JudgingYear, namedOf } from '../rules/year.ts'
import { insertWaiver } from '../store/judgements.ts'
import { onCommittee, yearOf } from './act.ts'
import { tellOfPapers, tellOfRemarks } from './tell.ts'

/** What keeps the papers from going out. */
export function papersMissing(year: JudgingYear): readonly Lack[] {
  const named = namedOf(year)
  const given = year.items.flatMap(({ section, secretariat }) =>
    [section, secretariat].flatMap((one) => (one ? [one] : [])),
  )
  const shares = year.items.flatMap((item) => item.shares)
  return [
    ...layersMissing(named, given, year.waivers),
    ...sharesMissing(named, shares, year.waivers, year.committee.leastMembers),
  ]
}

/** What keeps the meeting from ending. */
export const meetingMissing = (year: JudgingYear): readonly Lack[] =>
  settlementsMissing(
    namedOf(year),
    year.items.flatMap(({ settlement }) => (settlement ? [settlement] : [])),
    year.waivers,
  )

const none = (reason: string, lacking: readonly Lack[]) => {
  const [first] = lacking
  if (first) refuse(reason, first.code)
}

/** 資料の事前配布: from now on members read, and the city's own two layers are fixed. */
export const sendPapers = (ctx: Ctx, id: CommitteeId) =>
  onCommittee(ctx, 'sendPapers', id, 'judging.papers-sent', async (tx, committee) => {
    const year = await yearOf(tx, ctx, committee)
    none('papers-incomplete', papersMissing(year))
    await tellOfPapers(tx, ctx, committee, year.members)
    return { ...committee, state: 'papers-out', papersOn: localDate(ctx.now) }
  })

export const beginMarking = (ctx: Ctx, id: CommitteeId) =>
  onCommittee(ctx, 'beginMarking', id, 'judging.marking-begun', async (_tx, committee) => ({
    ...committee,
    state: 'marking',
  }))

/** From now on nobody marks on the web any more, and all marks lie on the table. */
export const beginMeeting = (ctx: Ctx, id: CommitteeId) =>
  onCommittee(ctx, 'beginMeeting', id, 'judging.meeting-begun', async (_tx, committee) => ({
    ...committee,
    state: 'meeting',
  }))

export const settle = (ctx: Ctx, id: CommitteeId) =>
  onCommittee(ctx, 'settle', id, 'judging.settled', async (tx, committee) => {
    none('items-unsettled', meetingMissing(await yearOf(tx, ctx, committee)))
    return { ...committee, state: 'settled' }
  })

/** Every section that has something to answer is told of it, once. */
export const askAnswers = (ctx: Ctx, id: CommitteeId) =>
  onCommittee(ctx, 'askAnswers', id, 'judging.answers-asked', async (tx, committee) => {
    const { items } = await yearOf(tx, ctx, committee)
    const bySection = groupBy(
      items.flatMap(({ remarks }) => remarks),
      ({ section }) => section,
    )
    for (const [section, list] of bySection)
      await tellOfRemarks(tx, ctx, committee, section, list.length)
    return { ...committee, state: 'answering' }
  })

/** A year without a committee: the reason is recorded, and the city's own layers are published. */
export const skip = (ctx: Ctx, id: CommitteeId, reason: string) =>
  onCommittee(ctx, 'skip', id, 'judging.committee-skipped', async (tx, committee) => {
    if (!reason.trim()) refuse('reason-needed', 'reason')
    const year = await yearOf(tx, ctx, committee)
    const given = year.items.flatMap(({ section, secretariat }) =>
      [section, secretariat].flatMap((one) => (one ? [one] : [])),
    )
    none('papers-incomplete', layersMissing(namedOf(year), given, year.waivers))
    const said = { reason: reason.trim(), by: ctx.actor.id, at: ctx.now }
    const waiver = { id: newId('wav'), committeeId: id, layer: 'committee', itemId: null } as const
    await insertWaiver(tx, { ...waiver, ...said })
    return { ...committee, state: 'answering' }
  })

/** Refused while an answer is missing, here and by the database. */
export const publish = (ctx: Ctx, id: CommitteeId) =>
  onCommittee(ctx, 'publish', id, 'judging.published', async (tx, committee) => {
    none('answers-missing', answersMissing(await yearOf(tx, ctx, committee)))
    return { ...committee, state: 'published', publishedOn: localDate(ctx.now) }
  })
