import { readFileSync } from 'node:fs'
import { join as path } from 'node:path'
import { type District, districtNamed, districts } from '#domains/districts/index.ts'
import type { AgeBand, PlainContact, Tongue } from '#domains/residents/index.ts'
import type { ItemId } from '#domains/plan/index.ts'
import { followUp } from '#domains/voices/actions/follow-up.ts'
import { link } from '#domains/voices/actions/link.ts'
import { note } from '#domains/voices/actions/notes.ts'
import { object } from '#domains/voices/actions/object.ts'
import { develop, withPhotos } from '#domains/voices/actions/photos.ts'
import {
  approve,
  circulate,
  decide,
  decline,
  submit,
  transfer,
} from '#domains/voices/actions/points.ts'
import { markCalled, markPosted, openCall, openLetters } from '#domains/voices/actions/post.ts'
import { receive } from '#domains/voices/actions/receive.ts'
import { close, reply } from '#domains/voices/actions/reply.ts'
import { settle } from '#domains/voices/actions/retriage.ts'
import { join, triage, wait } from '#domains/voices/actions/triage.ts'
import type { Point, PointKind } from '#domains/voices/point.ts'
import { followUpsOf } from '#domains/voices/store/follow-ups.ts'
import { objectionsOf } from '#domains/voices/store/objections.ts'
import { pointsOf } from '#domains/voices/store/points.ts'
import { voiceById } from '#domains/voices/store/voices.ts'
import {
  type Channel,
  noSender,
  type ReplyWay,
  type Sender,
  type SenderKind,
  type Voice,
} from '#domains/voices/voice.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { must } from '#platform/must.ts'
import { demoFolder } from '../../places.ts'
import { peopleOf } from './sections.ts'

/** demo/voices-2012.json: a year of voices, in the order in which they came. */
export interface DemoVoice {
  readonly on: IsoDate
  readonly channel: Channel
  readonly text: string
  readonly place: string
  readonly sender?: SenderKind
  readonly name?: string
  readonly phone?: string
  readonly age: AgeBand | null
  readonly district: string | null
  readonly replyBy: ReplyWay
  readonly mayPublish: boolean
  readonly language?: Tongue
  readonly points: readonly DemoPoint[]
  /** How far it came; all the way to its end where nothing is said. */
  readonly stop?: 'received' | 'answering' | 'waiting' | 'submitted' | 'approved' | 'replied'
  readonly wait?: string
  /** Files of demo/voices. */
  readonly photos?: readonly string[]
  /** A question to another section, and what it said. */
  readonly ask?: { readonly section: string; readonly text: string; readonly answer?: string }
  readonly objection?: DemoObjection
  /** The letter, or the call, is still to be made. */
  readonly unsent?: true
  /** The same words as the voice of that place in the list. */
  readonly joins?: number
}
/** 要旨への申し出 to the point of that number, on a day on which it was open; with an end or without. */
interface DemoObjection {
  readonly no: number
  readonly text: string
  readonly on: IsoDate
  readonly gist?: string
  readonly reason?: string
  readonly settledOn?: IsoDate
}
interface DemoPoint {
  readonly gist: string
  readonly kind: PointKind
  readonly topic: string
  readonly section: string
  readonly answer?: string
  readonly disposition?: string
  readonly promise?: string
  readonly promiseOn?: IsoDate
  /** What came of the promise, and when it was said. */
  readonly result?: string
  readonly resultOn?: IsoDate
  readonly circulated?: string
  readonly transferredTo?: string
  readonly declined?: string
  readonly reason?: string
  /** `show`, or `withhold:` and a ground. */
  readonly decision?: string
  /** Words of the gist that are blotted out. */
  readonly redact?: string
  /** The code of the item of the year's plan that has to do with it. */
  readonly item?: string
}

interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
}
interface City {
  /** The last day of the demo: nothing is done after it. */
  readonly until: IsoDate
  readonly files: Files
  /** The year's items by their code. */
  readonly items: ReadonlyMap<string, ItemId>
}

/** Days from receipt until each step, as a city does that keeps its fourteen. */
const after = { triage: 1, submit: 6, approve: 8, reply: 9, decide: 12, close: 30 } as const

/** A year of voices, by the actions that people take: taken in, split, answered, decided on. */
export async function voiceDemo(
  cast: Cast,
  demo: readonly DemoVoice[],
  city: City,
): Promise<void> {
  const { on, author } = cast
  const known = await districts(on(city.until, author).db)
  const taken: Voice[] = []
  for (const said of demo) {
    const ctx = on(said.on, said.channel === 'web' ? anonymous : author)
    const photos = (said.photos ?? []).map((name) => demoFile(name))
    const kept = withPhotos(ctx, await develop(city.files, photos))
    const { voice } = await receive(ctx, toldOf(said, known, taken.length), kept)
    taken.push(voice)
    await workOn(cast, voice, said, { ...city, taken })
  }
}

/** Drawn by scripts/demo-letters.ts. */
export const demoFile = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path(demoFolder, 'voices', name)))

const toldOf = (said: DemoVoice, known: readonly District[], at: number) => ({
  channel: said.channel,
  receivedOn: said.on,
  language: said.language ?? ('ja' as const),
  sender: said.sender ?? ('individual' as const),
  ageBand: said.age,
  district:
    said.district === null ? null : must(districtNamed(known, said.district), said.district).id,
  replyBy: said.replyBy,
  mayPublish: said.mayPublish,
  original: { text: said.text, place: said.place },
  person: personOf(said),
  contact: contactOf(said, at),
})

const personOf = ({ name = '', phone = '', replyBy }: DemoVoice): Sender =>
  replyBy === 'letter'
    ? { ...noSender, name, postcode: '8170000', address: '見本市上の町1(見本)' }
    : { ...noSender, name, phone }

/** Addresses that reach nobody. */
function contactOf({ replyBy, name = '', phone = '' }: DemoVoice, at: number): PlainContact | null {
  if (replyBy === 'mail') return { kind: 'mail', text: `voice-${at}@example.jp` }
  if (replyBy === 'phone') return { kind: 'phone', text: phone }
  if (replyBy === 'letter') return { kind: 'letter', text: `${name}\n8170000\n見本市上の町1(見本)` }
  return null
}

async function workOn(
  cast: Cast,
  voice: Voice,
  said: DemoVoice,
  { until, items, taken }: City & { readonly taken: readonly Voice[] },
): Promise<void> {
  const { on, author } = cast
  const { stop } = said
  const day = (step: keyof typeof after) => {
    const then = addDays(said.on, after[step])
    return then < until ? then : until
  }
  const now = async () => must(await voiceById(on(until, author).db, voice.id), voice.number)
  if (stop === 'received') return
  const office = on(day('triage'), author)
  if (said.joins !== undefined)
    return void (await join(office, voice, must(taken[said.joins], 'a voice').id))
  const outlined = said.points.map(({ gist, kind, topic, section }) => ({
    gist,
    kind,
    topic,
    section,
  }))
  const { points } = await triage(office, voice, outlined)
  for (const [at, point] of points.entries()) {
    const { item } = must(said.points[at], 'a point')
    if (item) await link(office, point, must(items.get(item), item))
  }
  if (said.ask) await askDemo(cast, voice, must(said.points[0], 'a point').section, said.ask, day)
  if (stop === 'answering') return
  if (stop === 'waiting') return void (await wait(office, await now(), said.wait ?? ''))
  // What is said against a gist before its answer changes what is answered; later, it waits for somebody.
  const { objection } = said
  if (objection?.settledOn) await objectionDemo(cast, await now(), objection)
  for (const [at, point] of (await pointsOf(office.db, voice.id)).entries())
    await answerDemo(cast, point, must(said.points[at], 'a point'), { day, stop })
  if (stop === 'submitted' || stop === 'approved') return
  const replied = await reply(on(day('reply'), author), await now())
  if (!said.unsent) await sendDemo(on(day('reply'), author), replied.voice)
  if (objection && !objection.settledOn) await objectionDemo(cast, await now(), objection)
  if (stop === 'replied') return
  await decideDemo(cast, replied.points, said, day('decide'))
  if (addDays(said.on, after.close) < until)
    await close(on(day('close'), author), await now())
  await resultsDemo(cast, replied.points, said)
}

/** A question to another section, and its answer where it has given one. */
async function askDemo(
  { on }: Cast,
  voice: Voice,
  section: string,
  { section: asked, text, answer }: NonNullable<DemoVoice['ask']>,
  day: (step: keyof typeof after) => IsoDate,
): Promise<void> {
  const { clerk } = await peopleOf(on(day('triage'), anonymous), section)
  await note(on(day('triage'), clerk), voice.id, { text, asked })
  if (!answer) return
  const { clerk: other } = await peopleOf(on(day('submit'), anonymous), asked)
  await note(on(day('submit'), other), voice.id, { text: answer, asked: '' })
}

async function objectionDemo(
  { on, author }: Cast,
  voice: Voice,
  { no, text, on: day, gist = null, reason = '', settledOn }: DemoObjection,
): Promise<void> {
  const ctx = on(day, anonymous)
  const pointed = async () =>
    must((await pointsOf(ctx.db, voice.id)).find((point) => point.no === no), `point ${no}`)
  await object(ctx, voice, { point: (await pointed()).id, text }, 'sender')
  if (!settledOn) return
  const point = await pointed()
  const [said] = await objectionsOf(ctx.db, [point.id])
  const { id: objection } = must(said, 'an objection')
  await settle(on(settledOn, author), point, { objection, gist, reason })
}

/** The answer leaves the house: a letter posted, a call made; a mail whose address nobody proved is written by hand. */
async function sendDemo(ctx: Ctx, { id, replyBy }: Voice): Promise<void> {
  if (replyBy === 'none') return
  if (replyBy === 'letter') {
    const { length } = await openLetters(ctx, 1)
    return void (await markPosted(ctx, length))
  }
  await openCall(ctx, id)
  await markCalled(ctx, id, '本人に伝えました。')
}

/** What came of each promise, by the section that made it. */
async function resultsDemo(
  { on }: Cast,
  points: readonly Point[],
  said: DemoVoice,
): Promise<void> {
  for (const [at, point] of points.entries()) {
    const { result, resultOn } = must(said.points[at], 'a point')
    if (!result || !resultOn) continue
    const ctx = on(resultOn, anonymous)
    const [promise] = await followUpsOf(ctx.db, [point.id])
    const { clerk } = await peopleOf(ctx, point.section)
    await followUp(on(resultOn, clerk), must(promise, 'a promise'), result)
  }
}

async function answerDemo(
  { on, author }: Cast,
  point: Point,
  said: DemoPoint,
  {
    day,
    stop,
  }: { readonly day: (step: keyof typeof after) => IsoDate; readonly stop: DemoVoice['stop'] },
): Promise<void> {
  const office = on(day('submit'), author)
  const { reason = '', transferredTo, declined, circulated } = said
  if (circulated) return void (await circulate(office, point, circulated))
  if (transferredTo) return void (await transfer(office, point, transferredTo, reason))
  if (declined) return void (await decline(office, point, declined, reason))
  if (!said.answer) return
  const { clerk, head } = await peopleOf(office, point.section)
  const promised = said.promise ? { text: said.promise, followUpOn: said.promiseOn ?? '' } : null
  const answer = { text: said.answer, disposition: said.disposition ?? '', promised }
  const handed = await submit(on(day('submit'), clerk), point, answer)
  if (stop !== 'submitted') await approve(on(day('approve'), head), handed.point)
}

async function decideDemo(
  { on, author }: Cast,
  points: readonly Point[],
  said: DemoVoice,
  day: IsoDate,
): Promise<void> {
  for (const [at, point] of points.entries()) {
    const { decision, reason = '', redact } = must(said.points[at], 'a point')
    if (!decision || point.state !== 'answered') continue
    const [kind, ground = ''] = decision.split(':')
    const from = redact ? point.gist.indexOf(redact) : -1
    const redactions =
      redact && from >= 0
        ? [{ of: 'gist', from, to: from + redact.length, ground: 'identifying' } as const]
        : []
    const choice =
      kind === 'show'
        ? ({ kind: 'show', redactions } as const)
        : ({ kind: 'withhold', ground, reason } as const)
    await decide(on(day, author), point, choice)
  }
}
