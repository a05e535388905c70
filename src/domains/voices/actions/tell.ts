import { post, type RecipientId } from '#domains/notices/index.ts'
import { followersOf } from '#domains/residents/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { asked } from '../kinds.ts'
import type { Point } from '../point.ts'
import { holdersIn } from '../rules/reach.ts'
import { toldPoints } from '../rules/told.ts'
import { followedUp, replied, voiceNews } from '../sender-kinds.ts'
import type { FollowUp } from '../store/follow-ups.ts'
import { mailedWith } from '../store/senders.ts'
import { termsOn } from '../store/terms.ts'
import { districtSubject, topicSubject } from '../subjects.ts'
import { urls } from '../urls.ts'
import type { Voice } from '../voice.ts'

/** The page of receipts: who holds number and phrase reads on there. */
const receiptPath = '/r'

export const idsOf = (actors: readonly Actor[]): readonly RecipientId[] =>
  actors.map(({ id }) => id as RecipientId)

/**
 * The reply to everybody who wants it by mail: whoever sent the voice, and whoever sent the same words, each with
 * their own number and in their own language. Letters and calls are a day's work of the desk.
 */
export async function tellReplied(
  tx: Writer,
  ctx: Ctx,
  voice: Voice,
  points: readonly Point[],
): Promise<void> {
  const terms = await termsOn(tx, voice.receivedOn)
  for (const { receipt, number, language, joined } of await mailedWith(tx, voice.id)) {
    const said = { number, joined, points: [...toldPoints(points, terms, language)] }
    const key = `voice.replied:${receipt}`
    await post(tx, ctx, replied, { to: [receipt], thing: voice.id, path: receiptPath, said, key })
  }
  await tellFollowers(tx, ctx, voice, {
    news: 'answered',
    subjects: [voice.id],
    key: `voice.news:${voice.id}`,
  })
}

export async function tellFollowedUp(
  tx: Writer,
  ctx: Ctx,
  voice: Voice,
  point: Point,
  { id, promise, done }: FollowUp,
): Promise<void> {
  const result = done?.result ?? ''
  for (const { receipt, number } of await mailedWith(tx, voice.id)) {
    const said = { number, promise, result }
    const key = `voice.followed-up:${id}:${receipt}`
    await post(tx, ctx, followedUp, {
      to: [receipt],
      thing: voice.id,
      path: receiptPath,
      said,
      key,
    })
  }
  // Of what is not public, its topic is not public either.
  const subjects = point.decision.kind === 'shown' ? subjectsOf(voice, point) : [voice.id]
  await tellFollowers(tx, ctx, voice, {
    news: 'followed-up',
    subjects,
    key: `voice.news:${id}`,
  })
}

/** 公表した: to whoever follows the voice, its topic or its district; once, however often it is decided again. */
export const tellShown = (tx: Writer, ctx: Ctx, voice: Voice, point: Point): Promise<void> =>
  tellFollowers(tx, ctx, voice, {
    news: 'shown',
    subjects: subjectsOf(voice, point),
    key: `voice.news:shown:${point.id}`,
    part: `#point-${point.no}`,
  })

const subjectsOf = ({ id, district }: Voice, { topic }: Point): readonly string[] => [
  id,
  topicSubject(topic),
  ...(district ? [districtSubject(district)] : []),
]

interface Told {
  readonly news: Parameters<typeof voiceNews.words>[1]['news']
  readonly subjects: readonly string[]
  readonly key: string
  /** Of the page. */
  readonly part?: string
}

async function tellFollowers(
  tx: Writer,
  ctx: Ctx,
  { id, number }: Voice,
  { news, subjects, key, part = '' }: Told,
): Promise<void> {
  const to = (await followersOf(tx, subjects)).map(({ recipient }) => recipient)
  const path = `${urls.one(number)}${part}` as `/${string}`
  await post(tx, ctx, voiceNews, { to, thing: id, path, said: { number, news }, key })
}

/** Whoever works in the section that was asked. */
export async function tellAskedSection(
  tx: Writer,
  ctx: Ctx,
  { id, number }: Voice,
  section: string,
  everybody: readonly Actor[],
): Promise<void> {
  await post(tx, ctx, asked, {
    to: idsOf(holdersIn(everybody, 'voices.section', section)),
    thing: id,
    path: urls.work(id) as `/${string}`,
    said: { number, section },
    key: `voice.asked:${id}:${section}:${+ctx.now}`,
  })
}
