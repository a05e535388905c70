import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { note } from '#domains/voices/actions/notes.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import type { Point } from '#domains/voices/point.ts'
import { insertFile } from '#domains/voices/store/files.ts'
import { paperUrls, urls } from '#domains/voices/urls.ts'
import type { Voice } from '#domains/voices/voice.ts'
import { newId } from '#platform/id.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { onward, send } from '../support/desk.ts'
import { formsIn } from '../support/html.ts'
import { led, sendFrom } from '../support/residents.ts'
import {
  answeredBy,
  heads,
  ours,
  pointNow,
  split,
  taken,
  voiceNow,
} from '../support/voices-desk.ts'
import { nobody, webForm } from '../support/voices-send.ts'

/** Numbers can be guessed, and addresses copied: what they open is asked of whoever asks. */
let site: Browser
let voice: Voice
let point: Point
let other: Voice
let file: string
const { officer, author } = people
const stranger = people.other

beforeAll(async () => {
  site = await browser('2013-03-06T09:00:00+09:00')
  for (const person of [officer, author, heads.ours, heads.theirs, stranger]) await site.as(person)
  const made = await split(site, '街灯の灯台', [ours])
  voice = made.voice
  point = must(made.points[0], 'a point')
  other = await taken(site, 'ほかの声')
  const id = newId('vfl')
  file = id
  const key = await site.files.put(new TextEncoder().encode('灯台の写真'), 'voice')
  await office(async (tx) =>
    insertFile(tx, {
      ...{ id, voice: voice.id, kind: 'photo', position: 1, key, mediaType: 'image/jpeg' },
      ...{ bytes: 15, addedAt: new Date(), addedBy: null },
    }),
  )
})
afterAll(() => expect(site.bugs).toEqual([]))

type Work = Parameters<Parameters<ReturnType<Browser['ctx']>['record']>[0]>[0]
const office = (work: (tx: Work) => Promise<void>) =>
  site.ctx(author).record(async (tx) => {
    await work(tx)
    return [undefined, { fact: 'voice.tested', subject: 'voice', basis: 'test' }]
  })

describe('a colleague of another section', () => {
  const reads = () => [
    urls.work(voice.id),
    urls.workStep(voice.id, 'triage'),
    urls.workStep(voice.id, 'reply'),
    urls.workStep(voice.id, 'same'),
    urls.point(point.id),
    urls.items(point.id),
    urls.file(voice.id, file),
  ]
  const steps = () => [
    ...[
      'triage',
      'reply',
      'wait',
      'go-on',
      'note',
      'join',
      'part',
      'join-all',
      'sender',
      'close',
    ].map((step) => urls.workStep(voice.id, step)),
    urls.point(point.id),
    ...['take-back', 'approve', 'reopen', 'give-back', 'reassign', 'circulate', 'transfer'].map(
      (step) => urls.pointStep(point.id, step),
    ),
    ...['decline', 'correct', 'settle'].map((step) => urls.pointStep(point.id, step)),
    urls.items(point.id),
  ]
  const whole = {
    ...{ version: '2', reason: '理由', section: '総務部', to: '県', ground: 'person', text: 'x' },
    ...{ note: 'x', into: 'V2012-0002-1', purpose: 'reply', gist: '別', do: 'submit' },
  }

  test('reads nothing of it: no page, no photo', async () => {
    await site.as(stranger)
    for (const path of reads()) {
      const answer = await site.get(path)
      expect([path, answer.status]).toEqual([path, 403])
      expect(await answer.text()).not.toMatch(/灯台|要旨1/)
    }
    expect(await site.text(`${urls.desk}?show=all`)).not.toContain('要旨1')
  })

  test('changes nothing of it, by whatever step', async () => {
    const before = [await voiceNow(site, voice.id), await pointNow(site, point.id)]
    for (const path of steps()) {
      const answer = await site.post(path, whole)
      expect([path, answer.status]).toEqual([path, 403])
    }
    expect([await voiceNow(site, voice.id), await pointNow(site, point.id)]).toEqual(before)
  })

  test('who is asked reads the voice and answers by a note, and does nothing else', async () => {
    await note(site.ctx(author), voice.id, { text: 'どう思いますか。', asked: '総務部' })
    expect(await site.text(urls.work(voice.id))).toContain('灯台')
    expect((await site.get(urls.file(voice.id, file))).status).toBe(200)
    const answer = await send(
      site,
      urls.work(voice.id),
      { note: 'よいと思います。' },
      ({ action }) => action.endsWith('/note'),
    )
    onward(answer)
    const before = [await voiceNow(site, voice.id), await pointNow(site, point.id)]
    for (const path of steps().filter((one) => !one.endsWith('/note'))) {
      const { status } = await site.post(path, whole)
      // Whoever may read it may hear as well that it has gone on already.
      expect([path, status === 403 || status === 409]).toEqual([path, true])
    }
    expect([await voiceNow(site, voice.id), await pointNow(site, point.id)]).toEqual(before)
  })
})

test('a file is opened through its own voice, by nobody from outside', async () => {
  await site.as(author)
  const answer = await site.get(urls.file(voice.id, file))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect((await site.get(urls.file(other.id, file))).status).toBe(404)
  for (const id of ['vfl_x', '..%2f..%2f', `${file}%00`])
    expect((await site.get(urls.file(voice.id, id))).status).toBe(404)
  // Auditors read what the city made of a voice, and not the voice.
  await site.as(people.viewer)
  expect((await site.get(urls.work(voice.id))).status).toBe(200)
  expect(await site.text(urls.work(voice.id))).not.toMatch(/灯台|\/files\//)
  expect((await site.get(urls.file(voice.id, file))).status).toBe(403)
  await site.as(people.resident)
  const outside = await site.get(urls.file(voice.id, file))
  expect([302, 303, 401, 403]).toContain(outside.status)
  expect(await outside.text()).not.toContain('灯台')
})

describe('what a form sends beside its fields', () => {
  test('decides nothing about an answer', async () => {
    await site.as(officer)
    const answer = await send(
      site,
      urls.point(point.id),
      {
        ...{ text: '直します。', do: 'draft', state: 'approved', approvedBy: stranger.id },
        ...{ decision: 'shown', section: '総務部', gist: '別の要旨', voice: other.id, dueOn: '' },
      },
      ({ action }) => action.endsWith(point.id),
    )
    onward(answer)
    expect(await pointNow(site, point.id)).toMatchObject({
      ...{ state: 'drafting', section: ours, gist: '要旨1', voice: voice.id },
      decision: { kind: 'undecided' },
    })
  })

  test('makes no letter of a web form, and no other day', async () => {
    await site.as(people.resident)
    const { checkPage, press, sent } = webForm(() => site)
    const { number } = await sent(
      await press(await checkPage({ text: '街灯' }, nobody), 'send', {
        ...{ channel: 'letter', receivedOn: '2012-01-01', takenBy: author.id, state: 'closed' },
        ...{ number: 'V2012-0001-4', sender_mark: 'x', mayPublish: 'no', id: voice.id },
      }),
    )
    const row = await site.db
      .selectFrom('voice')
      .select(['channel', 'received_on', 'taken_by', 'state', 'may_publish'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      ...{ channel: 'web', received_on: '2013-03-06', taken_by: null },
      ...{ state: 'received', may_publish: true },
    })
  })
})

describe('a sender', () => {
  test('objects to the gists of their own voice, and to nobody else’s', async () => {
    await site.as(people.resident)
    const { write } = webForm(() => site)
    const slip = await write({ text: '街灯の話' }, nobody)
    const own = must(
      await site.db
        .selectFrom('voice')
        .select('id')
        .where('number', '=', slip.number)
        .executeTakeFirst(),
      slip.number,
    ).id as Voice['id']
    const outlined = {
      gist: '自分の要旨',
      kind: 'request',
      topic: 'traffic',
      section: ours,
    } as const
    await triage(site.ctx(author), await voiceNow(site, own), [outlined])
    const opened = led(
      await sendFrom(site, '/r', /\/r$/, { number: slip.number, phrase: slip.phrase }),
    )
    const form = must(
      formsIn(await site.text(opened), opened).find(({ action }) => /object$/.test(action)),
      'the form to object',
    )
    const fields = { csrf: '', ...Object.fromEntries(form.fields), objection: '違います。' }
    for (const [id, status] of [
      [point.id, 404],
      ['vpt_x', 404],
      ['', 404],
    ] as const) {
      const answer = await site.post(form.action, { ...fields, point: id })
      expect([id, answer.status]).toEqual([id, status])
    }
    expect(await site.db.selectFrom('voice_objection').select('id').execute()).toEqual([])
    expect((await site.post(form.action, fields)).status).toBe(303)
  })
})

test('a promise is settled by its own section; an objection of another point settles nothing', async () => {
  await site.as(officer)
  const made = await split(site, '約束の声', [ours])
  const first = must(made.points[0], 'a point')
  const promised = { text: '調べます。', followUpOn: '2013-06-01' }
  await answeredBy(site, first, { officer, head: heads.ours }, promised)
  await reply(site.ctx(author), await voiceNow(site, made.voice.id))
  const { id } = await site.db
    .selectFrom('voice_follow_up')
    .select('id')
    .where('point_id', '=', first.id)
    .executeTakeFirstOrThrow()
  await site.as(stranger)
  expect(await site.text(urls.promises)).not.toContain('調べます。')
  const answer = await site.post(urls.promise(id), { version: '1', result: '済みました。' })
  expect(answer.status).toBe(403)
  const { id: objection } = await site.db
    .selectFrom('voice_objection')
    .select('id')
    .executeTakeFirstOrThrow()
  await site.as(author)
  const now = await pointNow(site, first.id)
  const crossed = await site.post(urls.pointStep(first.id, 'settle'), {
    ...{ version: String(now.version), objection, outcome: 'changed', gist: '別', reason: '理由' },
  })
  expect(crossed.status).toBe(404)
})

describe('who it was', () => {
  const person = {
    ...{ name: '豆酘 亀之助', postcode: '817-0154', address: '見本市豆酘崎99番地' },
    ...{ phone: '0920-57-9999', mail: '' },
  }
  const openings = async () =>
    (
      await site.db
        .selectFrom('ledger')
        .select(['actor_id', 'fact'])
        .where('fact', 'in', ['resident.contact-opened', 'voice.slips-opened'])
        .execute()
    ).map(({ actor_id, fact }) => `${actor_id} ${fact}`)

  test('is opened on a slip with a trace, which its sender can read too', async () => {
    await site.as(officer)
    const begun = await send(site, paperUrls.take, { channel: 'letter', unscanned: '1' })
    const [entry = ''] = onward(begun).split('#')
    const typed = { text: '灯台の手紙', replyBy: 'letter', mayPublish: 'yes', ...person }
    onward(await send(site, entry, typed, ({ action }) => action.endsWith(entry)))
    const before = await openings()
    // Looking at an address changes nothing; pressing the button is recorded.
    expect((await site.get(`${entry}/slip.pdf`)).status).toBe(404)
    expect(await openings()).toEqual(before)
    expect((await site.post(`${entry}/slip.pdf`)).status).toBe(200)
    expect((await openings()).slice(before.length)).toEqual([
      `${officer.id} voice.slips-opened`,
      `${officer.id} resident.contact-opened`,
    ])
  })

  test('stands nowhere in the ledger, nor what they wrote', async () => {
    const lines = await site.db.selectFrom('ledger').selectAll().execute()
    const text = JSON.stringify(lines, (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    for (const word of ['亀之助', '豆酘', '0920', '灯台', '要旨1', '調べます'])
      expect(text).not.toContain(word)
  })
})
