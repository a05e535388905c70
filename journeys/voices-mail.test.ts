import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encoding from 'encoding-japanese'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { commandLine } from '#domains/staff/roles.ts'
import { readInbox } from '#domains/voices/actions/mail.ts'
import { openedOf } from '#domains/voices/actions/opened.ts'
import { notesOf } from '#domains/voices/store/notes.ts'
import { sealedIn } from '#domains/voices/store/sealed.ts'
import { voiceById } from '#domains/voices/store/voices.ts'
import type { VoiceId } from '#domains/voices/voice.ts'
import { maildir } from '#platform/mail/maildir.ts'
import { must } from '#platform/must.ts'
import { closePictures } from '#platform/picture.ts'
import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { readable } from './support/html.ts'

const folder = mkdtempSync(join(tmpdir(), 'tomoni-inbox-'))
const inbox = maildir(folder)
let site: Browser
let n = 0
beforeAll(async () => {
  const over = { setAside: inbox }
  site = await browser('2013-02-04T09:00:00+09:00', await testDatabase(), over)
  mkdirSync(join(folder, 'new'))
})
afterAll(closePictures)
beforeEach(() => {
  n += 1
})

const lay = (
  bytes: string | Uint8Array,
  name = `${n}.${readdirSync(join(folder, 'new')).length}`,
) => writeFileSync(join(folder, 'new', name), bytes)
const crlf = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`
const read = () => readInbox(site.ctx(commandLine), site.files, inbox)
const voices = () =>
  site.db
    .selectFrom('voice')
    .select(['id', 'number'])
    .orderBy('taken_at')
    // The clock stands still: several are taken in at one moment.
    .orderBy('number')
    .execute()
const receipts = () =>
  site.db
    .selectFrom('notice_delivery')
    .innerJoin('notice', 'notice.id', 'notice_delivery.notice_id')
    .select('notice.said')
    .where('notice.kind', '=', 'voice.mail-received')
    .execute()

const mail = (
  id: string,
  more: readonly string[] = [],
  text = '公園のベンチを増やしてください。',
) =>
  crlf([
    'From: =?UTF-8?B?6KaL5pysIOiKseWtkA==?= <Hanako@example.jp>',
    'To: koe@city.example.jp',
    'Subject: =?UTF-8?B?5YWs5ZyS?=',
    `Message-ID: <${id}@example.jp>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...more,
    '',
    text,
  ])

/** What hangs on a mail of several parts. */
const attached = (name: string, type: string, bytes: Uint8Array) => [
  '--part',
  `Content-Type: ${type}; name="${name}"`,
  'Content-Transfer-Encoding: base64',
  `Content-Disposition: attachment; filename="${name}"`,
  '',
  Buffer.from(bytes).toString('base64'),
]

test('a mail with a photo and a table is a voice with its sender under seal, and the number goes back', async () => {
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a0' } })
    .withExif({ IFD3: { GPSLatitude: '34/1 12/1 0/1' } })
    .jpeg()
    .toBuffer()
  const jis = encoding.convert('ベンチが壊れています。写真のとおりです。', {
    from: 'UNICODE',
    to: 'JIS',
    type: 'string',
  })
  lay(
    Buffer.from(
      crlf([
        'From: =?UTF-8?B?6KaL5pysIOiKseWtkA==?= <Hanako@example.jp>',
        'Subject: =?UTF-8?B?5YWs5ZyS?=',
        'Message-ID: <bench@example.jp>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=part',
        '',
        '--part',
        'Content-Type: text/plain; charset=iso-2022-jp',
        '',
        jis,
        ...attached('bench.jpg', 'image/jpeg', photo),
        ...attached('run.exe', 'application/octet-stream', new Uint8Array([77, 90, 1, 2, 3])),
        '--part--',
      ]),
      'latin1',
    ),
  )
  expect(await read()).toEqual({ taken: 1, automatic: 0, unreadable: 0, again: 0 })
  const [{ id = '', number = '' } = {}] = await voices()
  const voice = must(await voiceById(site.db, id as VoiceId), 'the voice')
  expect(voice).toMatchObject({
    channel: 'mail',
    language: 'ja',
    replyBy: 'mail',
    mayPublish: false,
    takenBy: null,
    acknowledgedAt: expect.any(Date),
  })
  const { original, person } = await openedOf(site.ctx(commandLine), voice)
  expect(original.text).toBe('公園\n\nベンチが壊れています。写真のとおりです。')
  expect(person).toMatchObject({ name: '見本 花子', mail: 'hanako@example.jp' })
  const files = await site.db.selectFrom('voice_file').select(['key', 'media_type']).execute()
  expect(files.map(({ media_type }) => media_type)).toEqual(['image/jpeg'])
  const kept = Buffer.from(must(await site.files.get(files[0]?.key ?? ''), 'the photo'))
  expect(kept.includes('Exif')).toBe(false)
  const [note] = await notesOf(site.db, voice.id)
  expect(testSeal.open(note?.sealed ?? '', sealedIn.note.place(note?.id ?? ''))).toContain(
    'run.exe',
  )
  expect(await receipts()).toEqual([{ said: { number, due: voice.dueOn } }])
  expect(readdirSync(join(folder, 'cur'))).toHaveLength(1)
  expect(readdirSync(join(folder, 'new'))).toEqual([])
})

test('the same Message-ID is one voice, however often it lies there, and after a fall too', async () => {
  const before = (await voices()).length
  lay(mail('twice'), 'a')
  lay(mail('twice'), 'b')
  expect(await read()).toMatchObject({ taken: 1, again: 1 })
  lay(mail('twice'), 'c')
  expect(await read()).toMatchObject({ taken: 0, again: 1 })
  expect(await voices()).toHaveLength(before + 1)
})

test('what a machine sent is counted and not answered: nothing goes round in circles', async () => {
  const before = (await voices()).length
  const told = (await receipts()).length
  lay(mail('away', ['Auto-Submitted: auto-replied']), 'a')
  lay(mail('list', ['Precedence: bulk']), 'b')
  lay(mail('shop', ['List-Unsubscribe: <https://shop.example.jp/>']), 'c')
  lay(`Return-Path: <>\r\n${mail('gone')}`, 'd')
  lay(mail('bounce').replace('Hanako@', 'MAILER-DAEMON@'), 'e')
  expect(await read()).toEqual({ taken: 0, automatic: 5, unreadable: 0, again: 0 })
  expect(await voices()).toHaveLength(before)
  expect(await receipts()).toHaveLength(told)
  // A person's own mail program says so, and it is theirs.
  lay(mail('own', ['Auto-Submitted: no']), 'f')
  expect(await read()).toMatchObject({ taken: 1, automatic: 0 })
})

test('who writes all day gets five receipts; whose address is forged gets none', async () => {
  for (let i = 0; i < 7; i += 1) lay(mail(`many${i}`).replace('Hanako@', 'Jiro@'), `m${i}`)
  const before = (await receipts()).length
  expect(await read()).toMatchObject({ taken: 7 })
  expect(await receipts()).toHaveLength(before + 5)
  lay(
    `Authentication-Results: mx.city.example.jp; dmarc=fail header.from=example.jp\r\n${mail('forged').replace('Hanako@', 'Saki@')}`,
  )
  expect(await read()).toMatchObject({ taken: 1 })
  expect(await receipts()).toHaveLength(before + 5)
  // Jiro's and Hanako's are proven by their own mails; the forged one is not.
  const unproven = await site.db
    .selectFrom('resident_contact')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow()
  expect(Number(unproven.n)).toBe(1)
})

test('what cannot be read is set aside and shown to a person, never lost; a page becomes its words', async () => {
  lay(
    mail('empty')
      .replace(/Subject: .*\r\n/, '')
      .replace('公園のベンチを増やしてください。', ''),
    'empty',
  )
  lay(mail('nobody').replace(/From: .*\r\n/, ''), 'nobody')
  lay(
    mail('html', [], '<p>道が<b>暗い</b>です&amp;こわい</p><script>alert(1)</script>').replace(
      'text/plain',
      'text/html',
    ),
    'html',
  )
  expect(await read()).toEqual({ taken: 1, automatic: 0, unreadable: 2, again: 0 })
  for (const name of ['empty', 'nobody']) expect(existsSync(join(folder, 'aside', name))).toBe(true)
  const { id } = must((await voices()).at(-1), 'the page')
  const voice = must(await voiceById(site.db, id as VoiceId), id)
  const { original } = await openedOf(site.ctx(commandLine), voice)
  expect(original.text).toBe('公園\n\n道が暗いです&こわい')

  await site.as(people.officer)
  const page = await site.text('/desk/voices/inbox')
  expect(readable(page)).toContain('読めなかった2通')
  expect(page).toContain('<code>nobody</code>')
  expect(site.bugs).toEqual([])
})

const marksNow = async () =>
  [...(await site.text('/desk/voices/inbox')).matchAll(/inbox\/([^/"]+)\/open"/g)].map(
    ([, mark = '']) => mark,
  )
const openings = async () =>
  (
    await site.db
      .selectFrom('ledger')
      .select('actor_id')
      .where('fact', '=', 'voice.mail-opened')
      .execute()
  ).map(({ actor_id }) => actor_id)

test('a person opens what could not be read, as plain text, and it stands in the ledger who did', async () => {
  const evil = mail('evil', [], '<script>alert(1)</script>\u0007 街灯をつけてください')
    .replace(/From: .*\r\n/, '')
    .replace('Subject:', 'X-Note: <b onclick=x>\r\nSubject:')
  lay(evil, 'evil')
  expect(await read()).toMatchObject({ unreadable: 1 })
  await site.as(people.officer)
  const marks = await marksNow()
  expect(marks).toHaveLength(3)
  const mark = must(marks.at(-1), 'the evil one')
  const before = await openings()
  // Nothing of it stands at an address that can be looked at unrecorded.
  expect((await site.get(`/desk/voices/inbox/${mark}/open`)).status).toBe(404)
  expect(await openings()).toEqual(before)
  const answer = await site.post(`/desk/voices/inbox/${mark}/open`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const html = await answer.text()
  expect(readable(html)).toContain('街灯をつけてください')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  for (const unsafe of ['<script>alert', '<b onclick', '\u0007']) expect(html).not.toContain(unsafe)
  expect(await openings()).toEqual([...before, people.officer.id])
  // Who has nothing to do with the inbox is told nothing.
  await site.as(people.viewer)
  expect((await site.post(`/desk/voices/inbox/${mark}/open`)).status).toBe(403)
  expect(site.bugs).toEqual([])
})

test('a letter that came as a photograph without a word is shown beside the field, drawn anew, to type from', async () => {
  await site.as(people.officer)
  const before = new Set(await marksNow())
  const photo = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#eee' } })
    .withExif({ IFD3: { GPSLatitude: '34/1 12/1 0/1' } })
    .jpeg()
    .toBuffer()
  lay(
    crlf([
      'From: mago@example.jp',
      'Message-ID: <photographed@example.jp>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      '',
      ...attached('letter.jpg', 'image/jpeg', photo),
      ...attached('page.html', 'text/html', Buffer.from('<script>alert(2)</script>')),
      '--part--',
    ]),
    'photographed',
  )
  expect(await read()).toMatchObject({ unreadable: 1 })
  const mark = must(
    (await marksNow()).find((one) => !before.has(one)),
    'the photographed one',
  )
  const page = await (await site.post(`/desk/voices/inbox/${mark}/open`)).text()
  const pictures = [...page.matchAll(/<img src="data:image\/jpeg;base64,([^"]+)" alt="([^"]+)"/g)]
  expect(pictures.map(([, , alt]) => alt)).toEqual(['1ページ目'])
  const drawn = await sharp(Buffer.from(pictures[0]?.[1] ?? '', 'base64')).metadata()
  expect([drawn.width, drawn.height, drawn.exif]).toEqual([60, 80, undefined])
  expect(page).not.toContain('alert(2)')
  await site.post(`/desk/voices/inbox/${mark}/aside`, { why: '試しのメール' })
  expect(site.bugs).toEqual([])
})

test('out of it a person makes a voice by hand, once, tied to the mail; or says why it is none', async () => {
  await site.as(people.officer)
  const [empty = '', nobody = '', evil = ''] = await marksNow()
  const path = (mark: string, step: string) => `/desk/voices/inbox/${mark}/${step}`
  const typed = { text: '交差点の街灯をつけてください', name: '', mail: 'not a mail' }
  const back = await site.post(path(evil, 'take'), typed)
  expect(back.status).toBe(422)
  const page = await back.text()
  expect(page).toContain('メールの形になっていません')
  expect(page).toContain('交差点の街灯')
  const taken = await site.post(path(evil, 'take'), { ...typed, mail: 'kei@example.jp' })
  expect(taken.status).toBe(303)
  const { id, number } = must((await voices()).at(-1), 'the voice')
  expect(await site.text(taken.headers.get('location') ?? '')).toContain(number)
  const voice = must(await voiceById(site.db, id as VoiceId), id)
  expect(voice).toMatchObject({ channel: 'mail', takenBy: people.officer.id, mayPublish: false })
  expect((await openedOf(site.ctx(commandLine), voice)).original.text).toBe(typed.text)
  const tied = await site.db
    .selectFrom('voice_mail')
    .select(['state', 'voice_id', 'settled_by'])
    .where('mark', '=', evil)
    .executeTakeFirst()
  expect(tied).toEqual({ state: 'taken', voice_id: id, settled_by: people.officer.id })
  // Twice pressed is once taken.
  expect((await site.post(path(evil, 'take'), typed)).status).toBe(404)

  expect((await site.post(path(empty, 'aside'), { why: '' })).status).toBe(422)
  for (const mark of [empty, nobody])
    expect((await site.post(path(mark, 'aside'), { why: '宣伝のメール' })).status).toBe(303)
  const why = await site.db
    .selectFrom('voice_mail')
    .select('settled_why')
    .where('state', '=', 'unreadable')
    .execute()
  expect(why.map((one) => one.settled_why).toSorted()).toEqual([
    '宣伝のメール',
    '宣伝のメール',
    '試しのメール',
  ])
  expect(await site.text('/desk/voices/inbox')).toContain('人が見る必要のあるメールはありません')
  expect(site.bugs).toEqual([])
})
