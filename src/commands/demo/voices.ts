import { readFileSync } from 'node:fs'
import { join as path } from 'node:path'
import { type District, districtNamed, districts } from '#domains/districts/index.ts'
import type { ItemId } from '#domains/plan/index.ts'
import type { AgeBand, PlainContact, Tongue } from '#domains/residents/index.ts'
import { link } from '#domains/voices/actions/link.ts'
import { decidePhoto } from '#domains/voices/actions/photo.ts'
import { develop, withPhotos } from '#domains/voices/actions/photos.ts'
import {
  approve,
  circulate,
  decide,
  decline,
  submit,
  transfer,
} from '#domains/voices/actions/points.ts'
import { receive } from '#domains/voices/actions/receive.ts'
import { close, reply } from '#domains/voices/actions/reply.ts'
import { join, triage, wait } from '#domains/voices/actions/triage.ts'
import { isPhoto } from '#domains/voices/photo.ts'
import type { Point, PointKind } from '#domains/voices/point.ts'
import { filesOf } from '#domains/voices/store/files.ts'
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
import {
  askDemo,
  type DemoObjection,
  type DemoQuestion,
  type DemoResult,
  objectionDemo,
  resultsDemo,
  sendDemo,
} from './voices-turns.ts'

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
  /** What is to be seen on each photo that was published, in their order. */
  readonly alts?: readonly string[]
  readonly ask?: DemoQuestion
  readonly objection?: DemoObjection
  /** The letter, or the call, is still to be made. */
  readonly unsent?: true
  /** The same words as the voice of that place in the list. */
  readonly joins?: number
}
interface DemoPoint extends DemoResult {
  readonly gist: string
  readonly kind: PointKind
  readonly topic: string
  readonly section: string
  readonly answer?: string
  readonly disposition?: string
  readonly promise?: string
  readonly promiseOn?: IsoDate
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
export async function voiceDemo(cast: Cast, demo: readonly DemoVoice[], city: City): Promise<void> {
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

/** Drawn by scripts/demo-letters.ts and scripts/demo-snapshots.ts. */
export const demoFile = (name: string, of = 'voices'): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(path(demoFolder, of, name)))

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
  { until, files, items, taken }: City & { readonly taken: readonly Voice[] },
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
  if (said.ask) {
    const days = { asked: day('triage'), answered: day('submit') }
    await askDemo(cast, voice, must(said.points[0], 'a point').section, said.ask, days)
  }
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
  await photoDemo(on(day('decide'), author), files, must(replied.points[0], 'a point'), said)
  if (addDays(said.on, after.close) < until) await close(on(day('close'), author), await now())
  await resultsDemo(cast, replied.points, said.points)
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

/** The first photos are published, with what is to be seen on them; what has no words waits for its decision. */
async function photoDemo(
  ctx: Ctx,
  files: Files,
  point: Point,
  { alts = [] }: DemoVoice,
): Promise<void> {
  if (!alts.length) return
  const photos = (await filesOf(ctx.db, point.voice)).filter(isPhoto)
  for (const [at, alt] of alts.entries()) {
    const { id: file } = must(photos[at], 'a photo')
    await decidePhoto(ctx, files, { point: point.id, file, version: 0 }, { kind: 'show', alt })
  }
}
