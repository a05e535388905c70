import { dutyOf } from '#domains/staff/roles.ts'
import { followUp } from '#domains/voices/actions/follow-up.ts'
import { joinMany } from '#domains/voices/actions/join-many.ts'
import { note } from '#domains/voices/actions/notes.ts'
import { object } from '#domains/voices/actions/object.ts'
import * as pointActions from '#domains/voices/actions/points.ts'
import { receive, type Told } from '#domains/voices/actions/receive.ts'
import { close, reply } from '#domains/voices/actions/reply.ts'
import { retriage, settle } from '#domains/voices/actions/retriage.ts'
import { goOn, join, part, triage, wait } from '#domains/voices/actions/triage.ts'
import { noAnswer, type Point } from '#domains/voices/point.ts'
import { followUpsOf } from '#domains/voices/store/follow-ups.ts'
import { objectionsOf } from '#domains/voices/store/objections.ts'
import { pointsOf } from '#domains/voices/store/points.ts'
import { voiceById } from '#domains/voices/store/voices.ts'
import { channels, noSender, type Voice, type VoiceId } from '#domains/voices/voice.ts'
import { standing, workflow } from '#domains/voices/workflow.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import { addDays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import { Refused } from '#platform/result.ts'
import { offered } from '#platform/workflow.ts'
import { contextOf } from './browser.ts'
import { testDatabase } from './database.ts'
import { dice } from './dice.ts'

/** Everybody does anything at any time, as the tables allow or not; afterwards nothing may be lost or miscounted. */
const sections = ['総務課', '福祉課', '建設課'] as const
const person = (id: string, role: Parameters<typeof dutyOf>[0], section?: string): Actor => ({
  id: `per_${id}`,
  name: id,
  duties: [dutyOf(role, section ? { sections: [section] } : {})],
})
export const everybody: readonly Actor[] = [
  anonymous,
  person('secretary', 'secretariat'),
  person('second', 'secretariat'),
  ...sections.flatMap((section) => [
    person(`staff${section}`, 'section-staff', section),
    person(`head${section}`, 'section-head', section),
  ]),
  person('auditor', 'auditor'),
]

/** Those whose task it mostly is act more often, so that something comes of it. */
const secretariat = everybody.filter(({ id }) => /^per_sec/.test(id))

const roll = dice(2013)
const one = <T>(of: readonly T[]): T => of[roll(of.length)] as T

export const texts = new Map<VoiceId, string>()
export const steps: { readonly by: Actor; readonly action: string; readonly section: string }[] = []
let today = '2013-04-01'
const { db } = await testDatabase()
export const ctxOf = (actor: Actor): Ctx =>
  contextOf(db, actor, new Date(`${today}T10:00:00+09:00`))

/** Refusals are answers; whatever else is thrown is a fault. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (thrown) {
    if (thrown instanceof Refused) return false
    throw thrown
  }
}

const answer = () => ({
  text: roll(8) ? one(['直しました。', '検討します。']) : '',
  disposition: roll(8) ? one(['done', 'considering']) : 'nothing',
  promised: roll(6) ? { text: '調べます。', followUpOn: addDays(today, 30) } : null,
})

async function takeIn() {
  const text = `${one(['街灯が暗い', '道が狭い', '窓口が親切'])}${roll(40)}`
  const told: Told = {
    channel: one(channels.slice(0, roll(2) ? 1 : channels.length)),
    receivedOn: today,
    language: 'ja',
    sender: one(['individual', 'anonymous']),
    ageBand: one([null, '70s', '20s']),
    district: null,
    replyBy: 'none',
    mayPublish: roll(3) > 0,
    original: { text, place: '' },
    person: { ...noSender, name: one(['', '見本 渚']) },
    contact: null,
  }
  const by = ctxOf(one(everybody.slice(0, 3)))
  await attempt(async () => texts.set((await receive(by, told)).voice.id, text))
}

const outlined = () => ({
  gist: roll(12) ? '街灯を増やしてほしい。' : '',
  kind: one(['request', 'thanks'] as const),
  topic: roll(12) ? one(['traffic', 'living']) : 'nowhere',
  section: one(sections),
})

async function onSomeVoice() {
  const by = roll(2) ? one(everybody) : one(secretariat)
  const voice = await some()
  const seen = { id: voice.id, version: voice.version }
  const acts = {
    triage: () =>
      triage(ctxOf(by), seen, Array.from({ length: roll(8) ? 1 + roll(2) : 0 }, outlined)),
    join: async () => join(ctxOf(by), seen, (await some()).id),
    joinAll: async () => joinMany(ctxOf(by), voice.id, [(await some()).id, (await some()).id]),
    object: async () => {
      const [point] = await pointsOf(db, voice.id)
      if (!point) throw new Refused({ kind: 'not-found' })
      return object(ctxOf(by), seen, { point: point.id, text: 'そうではありません。' })
    },
    note: () =>
      note(ctxOf(by), voice.id, { text: '確かめました。', asked: one(['', ...sections]) }),
    part: () => part(ctxOf(by), seen),
    wait: () => wait(ctxOf(by), seen, '住所を尋ねました。'),
    goOn: () => goOn(ctxOf(by), seen),
    reply: () => reply(ctxOf(by), seen),
    close: () => close(ctxOf(by), seen),
  }
  const of = await pointsOf(db, voice.id)
  const stands = standing(by, { sections: of.map(({ section }) => section) })
  const may = new Set<string>(offered(workflow, stands, voice))
  if (may.has('triage')) may.add('joinAll')
  const action = chosen(acts, may)
  if (await attempt(acts[action]))
    steps.push({ by, action, section: of.map(({ section }) => section).join() })
}

async function onSomePoint() {
  const voice = await some()
  const of = await pointsOf(db, voice.id)
  if (!of.length) return
  const point = one(of)
  const theirs = everybody.filter(({ id }) => id.endsWith(point.section))
  const by = one(roll(3) ? [...theirs, ...theirs, ...secretariat] : everybody)
  const seen = { id: point.id, version: point.version }
  const a = pointActions
  const acts = {
    draft: () => a.draft(ctxOf(by), seen, noAnswer),
    submit: () => a.submit(ctxOf(by), seen, answer()),
    takeBack: () => a.takeBack(ctxOf(by), seen),
    approve: () => a.approve(ctxOf(by), seen),
    giveBack: () => a.giveBack(ctxOf(by), seen, one(['', '日付を入れてください。'])),
    reassign: () => a.reassign(ctxOf(by), seen, one(sections)),
    circulate: () => a.circulate(ctxOf(by), seen, 'お礼のため'),
    transfer: () => a.transfer(ctxOf(by), seen, '長崎県', '県道のため'),
    decline: () => a.decline(ctxOf(by), seen, one(['advert', 'x']), '広告のため'),
    reopen: () => a.reopen(ctxOf(by), seen),
    retriage: () => retriage(ctxOf(by), seen, outlined()),
    settle: async () => {
      const open = (await objectionsOf(db, [point.id])).find(({ settled }) => !settled)
      if (!open) throw new Refused({ kind: 'not-found' })
      const gist = one([null, '街灯を明るくしてほしい。'])
      return settle(ctxOf(by), seen, { objection: open.id, gist, reason: '確かめました。' })
    },
    followUp: async () => {
      const promise = (await followUpsOf(db, [point.id])).find(({ done }) => !done)
      if (!promise) throw new Refused({ kind: 'not-found' })
      return followUp(ctxOf(by), promise, '終えました。')
    },
    show: () => a.decide(ctxOf(by), seen, { kind: 'show', redactions: [] }),
    withhold: () =>
      a.decide(ctxOf(by), seen, { kind: 'withhold', ground: 'identifying', reason: '特定される' }),
  }
  const stands = standing(by, { sections: [point.section], point })
  const may = new Set([...offered(workflow, stands, point), ...offered(workflow, stands, voice)])
  const action = chosen(acts, may)
  if (await attempt(acts[action])) steps.push({ by, action, section: point.section })
}

/** What leads towards an answer is done more often than what leads back. */
const forward = /^(triage|submit|approve|show|withhold|reply|followUp|close)$/

/** Mostly what the page would offer, and at times what it never would. */
function chosen<T extends object>(acts: T, may: ReadonlySet<string>): keyof T {
  const all = Object.keys(acts) as (keyof T & string)[]
  const fit = all.filter((name) => may.has(/^(show|withhold)$/.test(name) ? 'decide' : name))
  const onward = fit.filter((name) => forward.test(name))
  return one(
    fit.length && roll(5) ? [...fit, ...Array.from({ length: 6 }, () => onward).flat()] : all,
  )
}

const some = async (): Promise<Voice> =>
  must(
    await voiceById(db, one([...texts.keys()].slice(roll(4) ? -12 : 0))),
    'a voice that was taken in',
  )

export const everyVoice = async () =>
  Promise.all([...texts.keys()].map(async (id) => must(await voiceById(db, id), id)))
export const everyPoint = async (): Promise<readonly Point[]> =>
  (await Promise.all([...texts.keys()].map((id) => pointsOf(db, id)))).flat()

/** So many acts of somebody; a voice comes in with every twentieth, a day goes by with every fortieth. */
export async function liveThrough(acts: number): Promise<void> {
  for (let n = 0; n < acts; n += 1) {
    if (n % 40 === 0) today = addDays(today, 1)
    if (n % 20 === 0) await takeIn()
    await (roll(3) ? onSomePoint() : onSomeVoice())
  }
}
