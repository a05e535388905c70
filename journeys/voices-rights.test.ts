import { beforeAll, expect, test } from 'vitest'
import { dutyOf } from '#domains/staff/roles.ts'
import { followed } from '#domains/voices/actions/follow.ts'
import { joinMany } from '#domains/voices/actions/join-many.ts'
import { object } from '#domains/voices/actions/object.ts'
import { decide, decline, reopen } from '#domains/voices/actions/points.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { retriage } from '#domains/voices/actions/retriage.ts'
import { openSender } from '#domains/voices/actions/sender.ts'
import { goOn, join, triage, wait } from '#domains/voices/actions/triage.ts'
import { pointsOf } from '#domains/voices/store/points.ts'
import { dispatchOf } from '#domains/voices/store/post.ts'
import { publicPoints } from '#domains/voices/store/public.ts'
import { tally } from '#domains/voices/store/tally.ts'
import { deskPoints } from '#domains/voices/store/work.ts'
import type { VoiceId } from '#domains/voices/voice.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import {
  answeredBy,
  heads,
  ours,
  pointNow,
  split,
  taken,
  theirs,
  voiceNow,
} from './support/voices-desk.ts'

/** What a form could send although no page offers it: the actions themselves refuse it. */
let site: Browser
const { officer, other, author } = people
const mine = { officer, head: heads.ours }
const office = () => site.ctx(author)

beforeAll(async () => {
  site = await browser('2013-03-06T09:00:00+09:00')
})

/** A voice of one point whose answer went out. */
async function answered(text: string, gist = '要旨1') {
  const { voice, points } = await split(site, text, [ours])
  const [point] = points
  const { id } = must(point, 'a point')
  const outlined = { gist, kind: 'request', topic: 'traffic', section: ours } as const
  const { point: named } = await retriage(office(), must(point, 'a point'), outlined)
  await answeredBy(site, named, mine)
  await reply(office(), await voiceNow(site, voice.id))
  return { voice: await voiceNow(site, voice.id), point: await pointNow(site, id) }
}

const refusal = (reason: string) => ({ refusal: { reason } })
const notAllowed = { refusal: { kind: 'not-allowed' } }

test('the desk’s days stand with the clock of the voice, and go on with it', async () => {
  const { voice } = await split(site, '側溝が割れている。', [ours])
  const dayOf = async (id: VoiceId) => {
    const wanted = { reach: null, states: ['assigned'] } as const
    const all = await deskPoints(site.db, wanted, { by: 'due', limit: 500 })
    return must(
      all.find((one) => one.voice === id),
      'on the desk',
    ).dueOn
  }
  expect(await dayOf(voice.id)).toBe('2013-03-21')
  await wait(office(), await voiceNow(site, voice.id), '場所を尋ねました。')
  expect(await dayOf(voice.id)).toBeNull()
  site.at('2013-03-11T09:00:00+09:00')
  await goOn(office(), await voiceNow(site, voice.id))
  site.at('2013-03-06T09:00:00+09:00')
  // Two weeks of which five days do not count; 3月25日 is a Monday.
  expect(await dayOf(voice.id)).toBe('2013-03-25')
})

test('days until the answer are counted once, when it goes out', async () => {
  const daysOf = async () =>
    (await tally(site.db, '2013-03-01', '2013-04-01'))
      .filter(({ dimension, key }) => dimension === 'days' && key === '9')
      .reduce((sum, { n }) => sum + n, 0)
  const { voice, points } = await split(site, '港が暗い。', [ours])
  await answeredBy(site, must(points[0], 'a point'), mine)
  const before = await daysOf()
  site.at('2013-03-15T09:00:00+09:00')
  await reply(office(), await voiceNow(site, voice.id))
  expect(await daysOf()).toBe(before + 1)
  site.at('2013-03-06T09:00:00+09:00')
})

test('a voice is withheld on a ground of the city, and on the sender’s wish only where there was one', async () => {
  const { point } = await answered('市場を広げてほしい。')
  const withhold = (ground: string, reason = '理由です。') =>
    decide(office(), point, { kind: 'withhold', ground, reason })
  await expect(withhold('busy')).rejects.toMatchObject(refusal('unknown-ground'))
  await expect(withhold('wish')).rejects.toMatchObject(refusal('wish-not-said'))
  await expect(withhold('untrue', ' ')).rejects.toMatchObject(refusal('reason-needed'))
  expect((await pointNow(site, point.id)).decision.kind).toBe('undecided')
})

test('nobody finds a published point by a word that was taken out of it, nor any once it is withheld', async () => {
  const { point } = await answered('見本さんの話。', '見本渚さんの家の前を直してほしい。')
  const redactions = [{ of: 'gist', from: 0, to: 3, ground: 'identifying' }] as const
  const shown = await decide(office(), point, { kind: 'show', redactions })
  const found = async (words: string) =>
    (await publicPoints(site.db, { words }, 10)).map(({ id }) => id)
  expect(await found('見本渚')).toEqual([])
  expect(await found('家の前')).toEqual([point.id])
  await decide(office(), shown.point, { kind: 'withhold', ground: 'untrue', reason: '違うため。' })
  expect(await found('家の前')).toEqual([])
})

test('対象外 needs one of the city’s grounds, and after the reply nothing is taken up again', async () => {
  const { voice, points } = await split(site, '宣伝です。', [ours])
  const point = must(points[0], 'a point')
  const refused = decline(office(), point, 'boring', '理由です。')
  await expect(refused).rejects.toMatchObject(refusal('unknown-ground'))
  const declined = await decline(office(), point, 'advert', '宣伝のため。')
  await reply(office(), await voiceNow(site, voice.id))
  const again = reopen(office(), declined.point)
  await expect(again).rejects.toMatchObject(refusal('already-replied'))
})

test('while an answer to it is handed in, a gist stays as it is', async () => {
  const { points } = await split(site, '坂が急。', [ours])
  const handed = await answeredBy(site, must(points[0], 'a point'), mine)
  const outlined = { gist: '別の要旨', kind: 'request', topic: 'traffic', section: ours } as const
  const refused = retriage(office(), handed.point, outlined)
  await expect(refused).rejects.toMatchObject(refusal('answer-stands'))
})

test('whoever is joined to an answered voice hears by themself; a voice with others behind it is joined to none', async () => {
  const byLetter = { replyBy: 'letter' } as const
  const { voice } = await answered('橋を直して。')
  const late = await taken(site, '橋を直して。', byLetter)
  await join(office(), late, voice.id)
  expect((await dispatchOf(site.db, late.id))?.way).toBe('letter')
  const early = await taken(site, '堤防を直して。', byLetter)
  const head = await taken(site, '堤防を直して。')
  await join(office(), early, head.id)
  expect(await dispatchOf(site.db, early.id)).toBeUndefined()
  const elsewhere = await taken(site, '岸壁を直して。')
  const refused = join(office(), await voiceNow(site, head.id), elsewhere.id)
  await expect(refused).rejects.toMatchObject(refusal('cannot-join'))
})

test('a campaign joined in one go leaves what somebody works on, and what has others behind it', async () => {
  const into = await taken(site, '公園を残して。')
  const { voice: worked } = await split(site, '公園を残して。', [ours])
  const head = await taken(site, '公園を残して。')
  await join(office(), await taken(site, '公園を残して。'), head.id)
  const free = await taken(site, '公園を残して。')
  const all = [worked.id, head.id, free.id]
  expect(await joinMany(office(), into.id, all)).toBe(1)
  const states = await Promise.all(all.map(async (id) => (await voiceNow(site, id)).state))
  expect(states).toEqual(['answering', 'received', 'joined'])
  const again = joinMany(office(), into.id, all)
  await expect(again).rejects.toMatchObject(refusal('nothing-to-join'))
})

test('what one sender objected to is not read by others who are answered with them', async () => {
  const { voice, points } = await split(site, '船を増やして。', [ours])
  const behind = await taken(site, '船を増やして。')
  await join(office(), behind, voice.id)
  const objected = { point: must(points[0], 'a point').id, text: '私の母のことです。' }
  await object(office(), await voiceNow(site, voice.id), objected)
  const read = async (receipt: string) => must(await followed(office(), receipt), 'its story')
  const textsOf = async (receipt: string) =>
    (await read(receipt)).points.flatMap(({ objections }) => objections.map(({ text }) => text))
  expect(await textsOf(voice.receipt)).toEqual(['私の母のことです。'])
  expect(await textsOf(behind.receipt)).toEqual([])
})

test('a sender objects to the points of their own voice alone', async () => {
  const { voice } = await split(site, '鹿を減らして。', [ours])
  const { points } = await split(site, '猪を減らして。', [theirs])
  const foreign = { point: must(points[0], 'a point').id, text: '違います。' }
  const refused = object(office(), await voiceNow(site, voice.id), foreign, 'sender')
  await expect(refused).rejects.toMatchObject({ refusal: { kind: 'not-found' } })
})

test('another section opens no sender, and each opening is known to the sender and in the ledger', async () => {
  const { voice } = await split(site, '電話がほしい。', [ours])
  const open = (actor: Actor) => openSender(site.ctx(actor), voice.id, 'reply', '折り返すため')
  await expect(open(other)).rejects.toMatchObject(notAllowed)
  const auditor: Actor = { id: 'per_auditor', name: '監査', duties: [dutyOf('auditor')] }
  await expect(open(auditor)).rejects.toMatchObject(notAllowed)
  await open(officer)
  const facts = await site.db
    .selectFrom('ledger')
    .select(['fact', 'actor_id as by'])
    .where('subject_id', 'in', [voice.id, voice.receipt])
    .where('actor_id', '=', officer.id)
    .orderBy('fact')
    .execute()
  expect(facts.map(({ fact, by }) => `${fact} ${by}`)).toEqual([
    `resident.contact-opened ${officer.id}`,
    `voice.sender-opened ${officer.id}`,
  ])
})

test('a reply waits for every point, whoever asks for it', async () => {
  const { voice, points } = await split(site, '道と橋。', [ours, theirs])
  await answeredBy(site, must(points[0], 'a point'), mine)
  const early = reply(office(), await voiceNow(site, voice.id))
  await expect(early).rejects.toMatchObject({
    refusal: { reason: 'points-open', place: 'points.2' },
  })
  expect((await pointsOf(site.db, voice.id)).map(({ state }) => state)).toEqual([
    'approved',
    'assigned',
  ])
  const none = triage(office(), await taken(site, '空です。'), [])
  await expect(none).rejects.toMatchObject(refusal('no-points'))
})
