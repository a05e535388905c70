import { beforeAll, expect, test } from 'vitest'
import { addDays, isHoliday } from '#platform/calendar.ts'
import { must } from '#platform/must.ts'
import { testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import {
  ctxOf,
  everybody,
  everyPoint,
  everyVoice,
  liveThrough,
  steps,
  texts,
} from '#testing/living-voices.ts'
import type { Point } from './point.ts'
import { outcomeOf } from './rules/outcome.ts'
import { pointsOf } from './store/points.ts'
import { publicPoints } from './store/public.ts'
import { sealedIn } from './store/sealed.ts'
import { type Counted, fold, tally } from './store/tally.ts'
import { pausesOf, sealedOf } from './store/voices.ts'
import type { Voice } from './voice.ts'

const { db } = await testDatabase()
beforeAll(() => liveThrough(4000), 240_000)

const counted = (all: readonly Counted[], dimension: string) => {
  const sums = new Map<string, number>()
  for (const row of all.filter((r) => r.dimension === dimension)) {
    const key = `${row.key} ${row.outcome}`
    sums.set(key, (sums.get(key) ?? 0) + row.n)
  }
  return Object.fromEntries([...sums].filter(([, n]) => n !== 0).toSorted())
}
const grouped = (keys: readonly string[]) => {
  const sums: Record<string, number> = {}
  for (const key of keys.toSorted()) sums[key] = (sums[key] ?? 0) + 1
  return sums
}

test('something of everything happened', async () => {
  const points = await everyPoint()
  expect(new Set(points.map((point) => outcomeOf(point).outcome)).size).toBe(5)
  expect(new Set(points.map(({ state }) => state)).size).toBeGreaterThan(7)
  expect(new Set((await everyVoice()).map(({ state }) => state)).size).toBe(5)
  const done = new Set(steps.map(({ action }) => action))
  for (const action of ['retriage', 'object', 'settle', 'note', 'followUp', 'joinAll'])
    expect(done).toContain(action)
})

test('what came in is the sum of answered, withheld, transferred and open, counted anew or as it went', async () => {
  const points = await everyPoint()
  const voices = new Map((await everyVoice()).map((voice) => [voice.id, voice]))
  const before = await tally(db, '2013-04-01', '2014-04-01')
  const folded = await ctxOf(must(everybody[1], 'somebody')).record(async (tx) => [
    await fold(tx),
    { fact: 'voice.folded', subject: 'voice', basis: '' },
  ])
  expect(folded).toBeGreaterThan(0)
  const after = await tally(db, '2013-04-01', '2014-04-01')
  for (const all of [before, after]) {
    const by = (key: (point: Point) => string) =>
      grouped(points.map((point) => `${key(point)} ${outcomeOf(point).outcome}`))
    expect(counted(all, 'total')).toEqual(by(() => ''))
    expect(counted(all, 'topic')).toEqual(by(({ topic }) => topic))
    expect(counted(all, 'section')).toEqual(by(({ section }) => section))
    expect(counted(all, 'age')).toEqual(by(({ voice }) => voices.get(voice)?.ageBand ?? ''))
    expect(counted(all, 'text')).toEqual(
      grouped([...voices.values()].map(({ state }) => ` ${state}`)),
    )
    const grounds = points.filter((point) => outcomeOf(point).ground)
    expect(counted(all, 'ground')).toEqual(
      grouped(grounds.map((p) => `${outcomeOf(p).ground} ${outcomeOf(p).outcome}`)),
    )
  }
})

/** Counted another way: every day of the wait is crossed out, then the fourteenth that is left is looked up. */
test('every deadline is what a calendar on the wall says', async () => {
  const wall = async (voice: Voice) => {
    const pauses = await pausesOf(db, voice.id)
    const days = Array.from({ length: 200 }, (_, n) => addDays(voice.receivedOn, n + 1)).filter(
      (day) => !pauses.some(({ from, to }) => day >= from && (to === null || day < to)),
    )
    let day = must(days[13], 'a fourteenth day')
    const weekday = () => new Date(`${day}T00:00:00Z`).getUTCDay()
    while ([0, 6].includes(weekday()) || isHoliday(day)) day = addDays(day, 1)
    return day
  }
  for (const voice of await everyVoice()) {
    const owed = voice.state === 'received' || voice.state === 'answering'
    expect(voice.dueOn).toBe(owed && !voice.waitingSince ? await wall(voice) : null)
    for (const point of await pointsOf(db, voice.id))
      if (owed && voice.dueOn)
        expect(
          await db
            .selectFrom('voice_point')
            .select('due_on')
            .where('id', '=', point.id)
            .executeTakeFirst(),
        ).toEqual({ due_on: voice.dueOn })
  }
})

test('no word and no number is lost, and the words lie sealed', async () => {
  const voices = await everyVoice()
  for (const { id } of voices) {
    const sealed = must(await sealedOf(db, 'voice_original', id), 'the words')
    expect(sealed).not.toContain('街灯')
    expect(JSON.parse(testSeal.open(sealed, sealedIn.original.place(id))).text).toBe(texts.get(id))
  }
  const serials = voices.map(({ number }) => Number(number.split('-')[1])).toSorted((a, b) => a - b)
  expect(serials).toEqual(serials.map((_, n) => n + 1))
})

test('nobody did what is not theirs, and nobody decided on what they wrote', async () => {
  const only = (roles: RegExp, ...actions: string[]) =>
    steps
      .filter(({ action, by }) => actions.includes(action) && !roles.test(by.id))
      .map(({ action, by }) => `${action} by ${by.id}`)
  const office = /^per_sec/
  expect(only(office, 'triage', 'join', 'part', 'reply', 'close')).toEqual([])
  expect(only(office, 'retriage', 'settle', 'joinAll')).toEqual([])
  expect(only(/^per_(sec|staff|head)/, 'followUp', 'note', 'object')).toEqual([])
  expect(only(office, 'circulate', 'transfer', 'decline', 'reopen', 'show', 'withhold')).toEqual([])
  expect(only(/^per_(staff|head)/, 'draft', 'submit', 'takeBack')).toEqual([])
  expect(only(/^per_head/, 'approve')).toEqual([])
  const elsewhere = steps.filter(
    ({ by, section, action }) =>
      /^per_(staff|head)/.test(by.id) &&
      !['wait', 'goOn', 'note', 'object'].includes(action) &&
      !by.id.endsWith(section),
  )
  expect(elsewhere).toEqual([])
  for (const point of await everyPoint()) {
    if ('approvedBy' in point) expect(point.approvedBy).not.toBe(point.submittedBy)
    if (point.decision.kind !== 'undecided' && 'submittedBy' in point)
      expect(point.decision.by).not.toBe(point.submittedBy)
  }
})

test('public is what was decided to be, of those who agreed, and nothing else', async () => {
  const shown = (await everyPoint()).filter(({ decision }) => decision.kind === 'shown')
  const listed = await publicPoints(db, { words: '' }, 10_000)
  expect(listed.map(({ id }) => id).toSorted()).toEqual(shown.map(({ id }) => id).toSorted())
  const agreed = new Map((await everyVoice()).map(({ id, mayPublish }) => [id, mayPublish]))
  for (const { voice } of listed) expect(agreed.get(voice)).toBe(true)
})

/** Where each fact leads; the ledger alone says where everything stands. */
const leads: Readonly<Record<string, string>> = {
  'voice.received': 'received',
  'voice.triaged': 'answering',
  'voice.joined': 'joined',
  'voice.parted': 'received',
  'voice.replied': 'replied',
  'voice.closed': 'closed',
  'voice.drafted': 'drafting',
  'voice.submitted': 'submitted',
  'voice.taken-back': 'drafting',
  'voice.approved': 'approved',
  'voice.returned': 'returned',
  'voice.reassigned': 'assigned',
  'voice.circulated': 'circulated',
  'voice.transferred': 'transferred',
  'voice.declined': 'declined',
  'voice.reopened': 'assigned',
}

test('the ledger, played again, ends where the rows are', async () => {
  const entries = await db
    .selectFrom('ledger')
    .select(['fact', 'subject_id', 'detail'])
    .where('fact', 'like', 'voice.%')
    .orderBy('seq')
    .execute()
  const states = new Map<string, string>()
  for (const { fact, subject_id } of entries) {
    const to = leads[fact]
    if (to) states.set(subject_id, to)
  }
  for (const voice of await everyVoice()) {
    expect(states.get(voice.id)).toBe(voice.state)
    const replied = voice.state === 'replied' || voice.state === 'closed'
    for (const point of await pointsOf(db, voice.id)) {
      const said = states.get(point.id) ?? 'assigned'
      expect(replied && said === 'approved' ? 'answered' : said).toBe(point.state)
    }
  }
})
