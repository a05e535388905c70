import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { termsOn } from '#domains/audit/store.ts'
import { clock } from '#domains/staff/roles.ts'
import { followUp } from '#domains/voices/actions/follow-up.ts'
import { note } from '#domains/voices/actions/notes.ts'
import { withPhotos } from '#domains/voices/actions/photos.ts'
import { receive } from '#domains/voices/actions/receive.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { keepSheetFile } from '#domains/voices/actions/sheet.ts'
import { throwAway } from '#domains/voices/actions/throw-away.ts'
import { join as joinVoices, triage } from '#domains/voices/actions/triage.ts'
import { followUpsOf } from '#domains/voices/store/follow-ups.ts'
import { tally } from '#domains/voices/store/tally.ts'
import { noSender, type Voice } from '#domains/voices/voice.ts'
import { anonymous } from '#platform/actor.ts'
import { maildir } from '#platform/mail/maildir.ts'
import { must } from '#platform/must.ts'
import { carryOut, dueOf } from '#platform/retention.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { retentions } from '../src/retentions.ts'
import { led, sendFrom } from './support/residents.ts'
import { answeredBy, heads, ours, told, voiceNow } from './support/voices-desk.ts'

/** 保存年限: what the city throws away of its voices, when, and what stays for ever. */
let site: Browser
const { officer, author } = people
const inbox = mkdtempSync(join(tmpdir(), 'tomoni-inbox-'))
const person = { ...noSender, name: '見本 亀', address: '上の町1', phone: '0920000001' }
const contact = { kind: 'phone', text: '0920000001' } as const
const promised = { text: '調べます。', followUpOn: '2013-06-01' }

let answered: Voice
let same: Voice
let owed: Voice
let open: Voice
let phrase = ''
const key = { own: '', shared: '', survey: '' }

const bytes = (text: string) => new TextEncoder().encode(text)
async function voiced(text: string, photos: readonly string[]) {
  const developed = photos.map((one) => ({ key: one, mediaType: 'image/jpeg', bytes: 5 }))
  const ctx = site.ctx(anonymous)
  return receive(ctx, told(text, { person, contact, replyBy: 'phone' }), withPhotos(ctx, developed))
}
async function answer({ id }: Voice, promise: typeof promised | null) {
  const outlined = { gist: '要旨', kind: 'request', topic: 'traffic', section: ours } as const
  const { points } = await triage(site.ctx(author), await voiceNow(site, id), [outlined])
  await note(site.ctx(author), id, { text: 'メモ', asked: '' })
  await answeredBy(site, must(points[0], 'a point'), { officer, head: heads.ours }, promise)
  await reply(site.ctx(author), await voiceNow(site, id))
}

beforeAll(async () => {
  site = await browser('2013-03-06T09:00:00+09:00')
  for (const one of [officer, author, heads.ours, people.protector]) await site.as(one)
  key.own = await site.files.put(bytes('灯台'), 'voice')
  key.shared = await site.files.put(bytes('同じ'), 'voice')
  key.survey = await site.files.put(bytes('名簿'), 'voice')
  const first = await voiced('街灯が暗いです。', [key.own, key.shared])
  answered = first.voice
  phrase = first.phrase
  same = (await voiced('街灯が暗いです', [])).voice
  await joinVoices(site.ctx(author), await voiceNow(site, same.id), answered.id)
  await answer(answered, null)
  owed = (await voiced('橋の声', [])).voice
  await answer(owed, promised)
  open = (await voiced('待つ声', [key.shared])).voice
  await keepSheetFile(site.ctx(author), key.survey)
})
afterAll(() => expect(site.bugs).toEqual([]))

const held = async (table: 'voice_original' | 'voice_sender' | 'voice_file' | 'voice_note') =>
  (await site.db.selectFrom(table).select('voice_id').execute()).map(({ voice_id }) => voice_id)
const has = async (one: string) => (await site.files.get(one)) !== undefined
const contacts = async () =>
  (await site.db.selectFrom('resident_contact').select('owner_id').execute()).map((r) => r.owner_id)
const night = async () => {
  const ctx = site.ctx(clock)
  const planned = await dueOf(ctx, retentions, termsOn)
  const done = await carryOut(ctx, retentions, termsOn)
  expect(done.map(({ ids }) => ids)).toEqual(planned.map(({ ids }) => ids))
  await throwAway(ctx, site.files, maildir(inbox))
  return Object.fromEntries(
    done
      .filter(({ retention, ids }) => retention.name.startsWith('voice.') && ids.length)
      .map(({ retention, ids }) => [retention.name, [...ids].toSorted()]),
  )
}

test('nothing goes before its time, but a table that nobody took in goes after a week', async () => {
  site.at('2013-03-12T09:00:00+09:00')
  expect(await night()).toEqual({})
  expect(await has(key.survey)).toBe(true)
  site.at('2013-03-14T09:00:00+09:00')
  expect(await night()).toEqual({})
  expect(await has(key.survey)).toBe(false)
  site.at('2016-03-06T09:00:00+09:00')
  expect(await night()).toEqual({})
})

test('three years after the answer nobody knows any more who it was, nor what the pictures showed', async () => {
  site.at('2016-03-08T09:00:00+09:00')
  const both = [answered.id, same.id].toSorted()
  expect(await night()).toEqual({
    'voice.sender': both,
    'voice.file': [answered.id],
    'voice.note': [answered.id],
  })
  expect((await held('voice_sender')).toSorted()).toEqual([open.id, owed.id].toSorted())
  expect((await contacts()).toSorted()).toEqual([open.receipt, owed.receipt].toSorted())
  // The bytes go with the last voice that held them, and not before.
  expect([await has(key.own), await has(key.shared)]).toEqual([false, true])
  expect(await held('voice_original')).toContain(answered.id)
})

test('whoever was promised something stays known until they have heard of it', async () => {
  const [point] = await site.db
    .selectFrom('voice_point')
    .select('id')
    .where('voice_id', '=', owed.id)
    .execute()
  const [promise] = await followUpsOf(site.db, [must(point, 'a point').id as `vpt_${string}`])
  await followUp(site.ctx(officer), must(promise, 'a promise'), '直しました。')
  expect(Object.values(await night()).flat()).toEqual([owed.id, owed.id])
  expect(await held('voice_sender')).toEqual([open.id])
})

test('five years after it the words go; the sender reads that they did, gist and answer stay', async () => {
  site.at('2018-03-08T09:00:00+09:00')
  const all = [answered.id, same.id, owed.id].toSorted()
  const figures = await tally(site.db, '2012-04-01', '2013-04-01')
  expect(await night()).toEqual({ 'voice.original': all })
  expect(await held('voice_original')).toEqual([open.id])
  expect(await tally(site.db, '2012-04-01', '2013-04-01')).toEqual(figures)
  await site.as(people.resident)
  const typed = { number: answered.number, phrase }
  const page = await site.text(led(await sendFrom(site, '/r', /\/r$/, typed)))
  expect(page).toContain('保存の期間が過ぎたので、市が消しました。')
  expect(page).toContain('直しました。')
  expect(page).not.toContain('街灯')
  await site.as(author)
  const desk = await site.text(`/desk/voices/${answered.id}`)
  expect(desk).toContain('保存の期間が過ぎたので、市が消しました。')
  expect(await site.text('/desk/audit/retention')).toContain('声の元のことば')
  expect(await night()).toEqual({})
})

test('a mail goes a month after it became a voice, or after somebody looked at it', async () => {
  const lay = async (where: string, name: string, day: string) => {
    await mkdir(join(inbox, where), { recursive: true })
    await writeFile(join(inbox, where, name), 'From: a')
    await utimes(join(inbox, where, name), new Date(day), new Date(day))
  }
  await lay('cur', 'old:2,S', '2018-02-01')
  await lay('cur', 'new:2,S', '2018-03-01')
  await lay('aside', 'looked', '2018-01-01')
  await lay('aside', 'waiting', '2018-01-01')
  const mail = { state: 'unreadable', why: 'broken', read_at: new Date('2018-01-01') } as const
  const settled = { settled_at: new Date('2018-01-02'), settled_by: author.id }
  const { db } = site
  await db
    .insertInto('voice_mail')
    .values({ ...mail, mark: 'a', file: 'waiting' })
    .execute()
  const gone = { ...mail, ...settled, mark: 'b', file: 'looked' }
  await db.insertInto('voice_mail').values(gone).execute()
  await throwAway(site.ctx(clock), site.files, maildir(inbox))
  expect(await readdir(join(inbox, 'cur'))).toEqual(['new:2,S'])
  expect(await readdir(join(inbox, 'aside'))).toEqual(['waiting'])
})
