import { post, type RecipientId } from '#domains/notices/index.ts'
import { departments, serviceBetween } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Committee, Member, Remark } from '../judging.ts'
import { answerAsked, answerReturned, answerWaits, papersOut } from '../kinds.ts'
import { urls } from '../urls.ts'

/** Members on their papers, with the day until which their marks are awaited. */
export async function tellOfPapers(
  tx: Writer,
  ctx: Ctx,
  committee: Committee,
  list: readonly Member[],
): Promise<void> {
  await post(tx, ctx, papersOut, {
    to: list.filter(({ leftOn }) => leftOn === null).map(({ userId }) => userId as RecipientId),
    thing: committee.id,
    path: urls.member(committee.id) as `/${string}`,
    said: { name: committee.name, until: committee.marksDueOn },
    key: `judging.papers:${committee.id}`,
  })
}

/** A section, once for all that it has to answer. */
export async function tellOfRemarks(
  tx: Writer,
  ctx: Ctx,
  committee: Committee,
  section: string,
  count: number,
): Promise<void> {
  await post(tx, ctx, answerAsked, {
    to: await serving(tx, ctx, section),
    thing: committee.id,
    path: urls.answers,
    said: { section, count, name: committee.name },
    key: `judging.answer-asked:${committee.id}:${section}`,
  })
}

export async function tellOfAnswer(tx: Writer, ctx: Ctx, remark: Remark): Promise<void> {
  const heads = await serving(tx, ctx, remark.section, 'head')
  await post(tx, ctx, answerWaits, {
    to: heads.filter((one) => one !== ctx.actor.id),
    thing: remark.id,
    path: urls.answer(remark.id) as `/${string}`,
    said: { section: remark.section },
    key: `judging.answer-waits:${remark.id}:${remark.version}`,
  })
}

export async function tellOfReturn(
  tx: Writer,
  ctx: Ctx,
  remark: Extract<Remark, { state: 'returned' }>,
): Promise<void> {
  await post(tx, ctx, answerReturned, {
    to: [remark.answeredBy as RecipientId],
    thing: remark.id,
    path: urls.answer(remark.id) as `/${string}`,
    said: { reason: remark.returnReason },
    key: `judging.answer-returned:${remark.id}:${remark.version}`,
  })
}

/** The people of a section today, by its name in the plan; only its heads if asked so. */
async function serving(
  db: Reader,
  ctx: Ctx,
  section: string,
  rank?: 'head',
): Promise<readonly RecipientId[]> {
  const today = localDate(ctx.now)
  const here = (await departments(db, today)).find(({ name }) => name === section)
  if (!here) return []
  return (await serviceBetween(db, today, today))
    .filter((one) => one.department === here.id && (rank === undefined || one.rank === rank))
    .map(({ user }) => user as RecipientId)
}
