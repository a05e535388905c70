import { followUp } from '#domains/voices/actions/follow-up.ts'
import { note } from '#domains/voices/actions/notes.ts'
import { object } from '#domains/voices/actions/object.ts'
import { markCalled, markPosted, openCall, openLetters } from '#domains/voices/actions/post.ts'
import { settle } from '#domains/voices/actions/retriage.ts'
import type { Point } from '#domains/voices/point.ts'
import { followUpsOf } from '#domains/voices/store/follow-ups.ts'
import { objectionsOf } from '#domains/voices/store/objections.ts'
import { pointsOf } from '#domains/voices/store/points.ts'
import type { Voice } from '#domains/voices/voice.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import { peopleOf } from './sections.ts'

interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
}

/** A question to another section, and what it said. */
export interface DemoQuestion {
  readonly section: string
  readonly text: string
  readonly answer?: string
}
/** 要旨への申し出 to the point of that number, on a day on which it was open; with an end or without. */
export interface DemoObjection {
  readonly no: number
  readonly text: string
  readonly on: IsoDate
  readonly gist?: string
  readonly reason?: string
  readonly settledOn?: IsoDate
}
/** What came of a promise, and when it was said. */
export interface DemoResult {
  readonly result?: string
  readonly resultOn?: IsoDate
}

/** A question to another section, and its answer where it has given one. */
export async function askDemo(
  { on }: Cast,
  voice: Voice,
  section: string,
  { section: asked, text, answer }: DemoQuestion,
  days: { readonly asked: IsoDate; readonly answered: IsoDate },
): Promise<void> {
  const { clerk } = await peopleOf(on(days.asked, anonymous), section)
  await note(on(days.asked, clerk), voice.id, { text, asked })
  if (!answer) return
  const { clerk: other } = await peopleOf(on(days.answered, anonymous), asked)
  await note(on(days.answered, other), voice.id, { text: answer, asked: '' })
}

export async function objectionDemo(
  { on, author }: Cast,
  voice: Voice,
  { no, text, on: day, gist, reason = '', settledOn }: DemoObjection,
): Promise<void> {
  const ctx = on(day, anonymous)
  const pointed = async () =>
    must(
      (await pointsOf(ctx.db, voice.id)).find((point) => point.no === no),
      `point ${no}`,
    )
  await object(ctx, voice, { point: (await pointed()).id, text }, 'sender')
  if (!settledOn) return
  const point = await pointed()
  const [said] = await objectionsOf(ctx.db, [point.id])
  const { id: objection } = must(said, 'an objection')
  await settle(on(settledOn, author), point, { objection, gist: gist ?? null, reason })
}

/** The answer leaves the house: a letter posted, a call made; a mail whose address nobody proved is written by hand. */
export async function sendDemo(ctx: Ctx, { id, replyBy }: Voice): Promise<void> {
  if (replyBy === 'none') return
  if (replyBy === 'letter') {
    const { length } = await openLetters(ctx, 1)
    return void (await markPosted(ctx, length))
  }
  await openCall(ctx, id)
  await markCalled(ctx, id, '本人に伝えました。')
}

/** What came of each promise, by the section that made it. */
export async function resultsDemo(
  { on }: Cast,
  points: readonly Point[],
  said: readonly DemoResult[],
): Promise<void> {
  for (const [at, point] of points.entries()) {
    const { result, resultOn } = must(said[at], 'a point')
    if (!result || !resultOn) continue
    const ctx = on(resultOn, anonymous)
    const [promise] = await followUpsOf(ctx.db, [point.id])
    const { clerk } = await peopleOf(ctx, point.section)
    await followUp(on(resultOn, clerk), must(promise, 'a promise'), result)
  }
}
