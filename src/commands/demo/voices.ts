import { type District, districtNamed, districts } from '#domains/districts/index.ts'
import type { AgeBand, PlainContact, Tongue } from '#domains/residents/index.ts'
import { departments } from '#domains/staff/store/organisation.ts'
import { actorOf } from '#domains/staff/store/people.ts'
import { serviceBetween } from '#domains/staff/store/serving.ts'
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
import type { Point, PointKind } from '#domains/voices/point.ts'
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
import { must } from '#platform/must.ts'

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
  /** The same words as the voice of that place in the list. */
  readonly joins?: number
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
  readonly circulated?: string
  readonly transferredTo?: string
  readonly declined?: string
  readonly reason?: string
  /** `show`, or `withhold:` and a ground. */
  readonly decision?: string
  /** Words of the gist that are blotted out. */
  readonly redact?: string
}

interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
}

/** Days from receipt until each step, as a city does that keeps its fourteen. */
const after = { triage: 1, submit: 6, approve: 8, reply: 9, decide: 12, close: 30 } as const

/** A year of voices, by the actions that people take: taken in, split, answered, decided on. */
export async function voiceDemo(
  { on, author }: Cast,
  demo: readonly DemoVoice[],
  /** The last day of the demo: nothing is done after it. */
  until: IsoDate,
): Promise<void> {
  const known = await districts(on(until, author).db)
  const taken: Voice[] = []
  for (const said of demo) {
    const by = said.channel === 'web' ? anonymous : author
    const { voice } = await receive(on(said.on, by), toldOf(said, known, taken.length))
    taken.push(voice)
    await workOn({ on, author }, voice, said, { until, taken })
  }
}

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
  { on, author }: Cast,
  voice: Voice,
  said: DemoVoice,
  { until, taken }: { readonly until: IsoDate; readonly taken: readonly Voice[] },
): Promise<void> {
  const day = (step: keyof typeof after) => {
    const then = addDays(said.on, after[step])
    return then < until ? then : until
  }
  const { stop } = said
  if (stop === 'received') return
  if (said.joins !== undefined)
    return void (await join(
      on(day('triage'), author),
      voice,
      must(taken[said.joins], 'a voice').id,
    ))
  const outlined = said.points.map(({ gist, kind, topic, section }) => ({
    gist,
    kind,
    topic,
    section,
  }))
  const { points } = await triage(on(day('triage'), author), voice, outlined)
  if (stop === 'answering') return
  if (stop === 'waiting') {
    const now = must(await voiceById(on(until, author).db, voice.id), voice.number)
    return void (await wait(on(day('triage'), author), now, said.wait ?? ''))
  }
  for (const [at, point] of points.entries())
    await answerDemo({ on, author }, point, must(said.points[at], 'a point'), { day, stop })
  if (stop === 'submitted' || stop === 'approved') return
  const answering = must(await voiceById(on(until, author).db, voice.id), voice.number)
  const replied = await reply(on(day('reply'), author), answering)
  if (stop === 'replied') return
  await decideDemo({ on, author }, replied.points, said, day('decide'))
  if (addDays(said.on, after.close) < until)
    await close(on(day('close'), author), { id: voice.id, version: replied.voice.version })
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

/** Who writes in a section on that day, and who decides for it. */
async function peopleOf(
  ctx: Ctx,
  section: string,
): Promise<{ readonly clerk: Actor; readonly head: Actor }> {
  const today = ctx.now.toISOString().slice(0, 10)
  const place = (await departments(ctx.db, today)).find(({ name }) => name === section)
  const served = (await serviceBetween(ctx.db, today, today)).filter(
    ({ department }) => department === place?.id,
  )
  const actor = async (one: (typeof served)[number] | undefined) =>
    must(one && (await actorOf(ctx.db, one.user, today)), `somebody of ${section}`)
  return {
    clerk: await actor(served.find(({ rank }) => rank !== 'head')),
    head: await actor(served.find(({ rank }) => rank === 'head')),
  }
}
