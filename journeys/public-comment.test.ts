import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { termsOn as keptFor } from '#domains/audit/store.ts'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import { clock, commandLine, dutyOf } from '#domains/staff/roles.ts'
import { originalOf } from '#domains/voices/comment/actions/sender.ts'
import { turn } from '#domains/voices/comment/actions/turn.ts'
import type { CaseId } from '#domains/voices/comment/case.ts'
import { passagesOf } from '#domains/voices/comment/store/cases.ts'
import { opinionsOf } from '#domains/voices/comment/store/comments.ts'
import {
  saveTerms as saveVoiceTerms,
  termsOn as voiceTermsOn,
} from '#domains/voices/store/terms.ts'
import type { Actor } from '#platform/actor.ts'
import { readCsv } from '#platform/csv.ts'
import { must } from '#platform/must.ts'
import { closePdf, pdf } from '#platform/pdf/pdf.ts'
import { closeRaster, pdfTexts } from '#platform/pdf/raster.ts'
import { closePictures } from '#platform/picture.ts'
import { carryOut, dueOf } from '#platform/retention.ts'
import { type SiteProfile, saveSite } from '#platform/site.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { postRoom } from '../src/post-room.ts'
import { retentions } from '../src/retentions.ts'
import { demoJson } from './support/files.ts'
import { formsIn, readable } from './support/html.ts'
import { codeFor, led, sendFrom } from './support/residents.ts'
import { invalidIn, untranslatedIn } from './support/sound.ts'

type Fields = Parameters<Browser['post']>[1]

const section = people.officer.department
const head: Actor = {
  id: 'per_sectionhead',
  name: '課長',
  department: section,
  duties: [dutyOf('section-head', { sections: [section] })],
}

let site: Browser
beforeAll(async () => {
  site = await browser('2013-01-10T10:00:00+09:00')
  await site.ctx(commandLine).record(async (tx) => {
    await saveSite(tx, demoJson<SiteProfile>('site.json'))
    return [undefined, { fact: 'site.changed', subject: 'site', basis: 'test' }]
  })
  for (const person of [people.officer, people.other, head, people.author]) await site.as(person)
})
afterAll(async () => {
  expect(site.bugs).toEqual([])
  await Promise.all([closePdf(), closePictures(), closeRaster()])
})

const plan = {
  title: '市民協働の指針(案)',
  basis: 'plan',
  reason: '指針を新しくします。',
  section,
  contact: '見本市 本部\n電話 0920-00-0000',
  opensOn: '2013-02-01',
  closesOn: '2013-03-02',
}
const draft =
  '# はじめに\n\nみんなで進めます。\n\n市が決めます。\n\n# 進め方\n\n年に一度、見直します。'

/** A form of a page, sent as its reader would send it. */
async function send(page: string, to: RegExp, typed: Fields = {}): Promise<Response> {
  const form = must(
    formsIn(await site.text(page), page).find(({ action }) => to.test(action)),
    `${page} has a form to ${to}`,
  )
  return site.post(form.action, { ...Object.fromEntries(form.fields), ...typed })
}
const done = async (answer: Response | Promise<Response>) => {
  const given = await answer
  expect([given.status, given.status === 303 ? '' : await given.text()]).toEqual([303, ''])
  return led(given).split(/[?#]/)[0] ?? ''
}

async function makeCase(over: Fields = {}): Promise<{ work: string; id: CaseId; number: string }> {
  await site.as(people.officer)
  const work = await done(send('/desk/comments/new', /\/new$/, { ...plan, ...over }))
  await done(send(work, /\/draft$/, { text: draft }))
  await site.as(people.author)
  await done(send(work, /\/ready$/))
  const id = work.split('/').at(-1) as CaseId
  const { number } = await site.db
    .selectFrom('voice_comment_case')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { work, id, number }
}

/** The clock, as the night runs it. */
const on = async (moment: string) => {
  site.at(moment)
  await turn(site.ctx(clock))
}

const mail = 'taro@example.jp'
const taro = { tie: 'resident', name: '津島 太郎', address: '見本市1-1' }
const comment = (number: string, no: number | null, text: string, who: Fields = taro) =>
  send(`/comments/${number}/write${no === null ? '' : `?p=${no}`}`, /\/write$/, { text, ...who })

async function slip(answer: Response) {
  const page = await site.text(led(answer))
  const [, number = ''] = /<strong>(C\d{4}-\d{4,}-\d)<\/strong>/.exec(page) ?? []
  const [, phrase = ''] = /<strong lang="ja">([^<]+)<\/strong>/.exec(page) ?? []
  expect([number, phrase]).not.toContain('')
  return { number, phrase }
}

/** A page as the city's copier sends it. */
async function scan(): Promise<File> {
  const create = { width: 620, height: 877, channels: 3, background: '#fff' } as const
  const bytes = await sharp({ create }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], 'scan.jpg', { type: 'image/jpeg' })
}

/** Taken out of the table again by the test itself: no product does that. */
async function forget(comment: string): Promise<void> {
  const { db } = site
  await db
    .updateTable('voice_entry')
    .set({ state: 'left-out', left_out_why: 'test', comment_id: null })
    .where('comment_id', '=', comment)
    .execute()
  await db.deleteFrom('voice_comment_opinion').where('comment_id', '=', comment).execute()
  await db.deleteFrom('voice_comment_original').where('comment_id', '=', comment).execute()
  await db.deleteFrom('voice_comment_sender').where('comment_id', '=', comment).execute()
  await db.deleteFrom('voice_comment').where('id', '=', comment).execute()
}

const wantSecondCheck = () =>
  site.ctx(people.author).record(async (tx) => {
    const terms = { ...(await voiceTermsOn(tx, '2013-03-02')), secondCheck: true }
    const { now } = site.ctx(people.author)
    await saveVoiceTerms(tx, '2013-03-02', terms, { at: now, actorId: people.author.id })
    return [undefined, { fact: 'voice.terms-set', subject: 'voice', basis: '' }]
  })

async function wordsIn(answer: Response): Promise<string> {
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return (await pdfTexts(new Uint8Array(await answer.arrayBuffer()))).join('\n')
}

/** Rows of the table as the desk writes them, by their numbers. */
async function answerRows(
  { id, work }: { readonly id: CaseId; readonly work: string },
  rows: Readonly<Record<number, Readonly<Record<string, string>>>>,
): Promise<Response> {
  const fields: Record<string, string> = {}
  for (const one of await opinionsOf(site.db, id))
    for (const [name, value] of Object.entries(rows[one.no] ?? {}))
      fields[`${one.id}.${name}`] = value
  return send(`${work}/table`, /\/table$/, fields)
}

describe('from the draft to the result', () => {
  let made: Awaited<ReturnType<typeof makeCase>>
  let own: { number: string; phrase: string }
  const words = '段落が「市が決めます」では、市民の役目が見えません。'

  test('a short period is refused without a reason; nothing typed is lost', async () => {
    await site.as(people.officer)
    const answer = await send('/desk/comments/new', /\/new$/, { ...plan, closesOn: '2013-03-01' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('決められた日数より短いときは、理由を書いてください')
    expect(page).toContain('市民協働の指針(案)')
  })

  test('nobody outside sees a draft before its first day', async () => {
    made = await makeCase()
    await site.as(people.resident)
    for (const path of ['', '/write', '/result', '/result.pdf'])
      expect((await site.get(`/comments/${made.number}${path}`)).status).toBe(404)
    expect((await site.get(`/api/v1/comments/${made.number}`)).status).toBe(404)
    expect(await site.text('/comments')).not.toContain(plan.title)
    await on('2013-02-01T00:01:00+09:00')
    const page = await site.text(`/comments/${made.number}`)
    expect(page).toContain('id="p2"')
    expect(page).toContain(`/comments/${made.number}/write?p=2`)
    expect(await invalidIn(page)).toEqual([])
  })

  test('pressing a paragraph leads to the form with that place', async () => {
    const page = await site.text(`/comments/${made.number}/write?p=2`)
    expect(page).toContain('市が決めます。')
    expect(await invalidIn(page)).toEqual([])
    const none = await comment(made.number, 2, words, { tie: 'resident' })
    expect(none.status).toBe(422)
    const back = await none.text()
    expect(back).toContain('お名前を書いてください')
    expect(back).toContain(words)
    const sent = await comment(made.number, 2, words, { ...taro, mail })
    own = await slip(sent)
    await done(send(led(sent), /\/confirm$/, { code: await codeFor(site.db, mail) }))
    const [row] = await opinionsOf(site.db, made.id)
    expect(row).toMatchObject({ no: 1, passage: 2 })
  })

  test('two presses make one comment, with the same number and phrase', async () => {
    const page = `/comments/${made.number}/write?p=2`
    const asked = await site.get(page)
    // What is kept for everybody would give everybody the same key.
    expect(asked.headers.get('cache-control')).toContain('private')
    const form = must(
      formsIn(await asked.text(), page).find(({ action }) => /write$/.test(action)),
      page,
    )
    const fields = { ...Object.fromEntries(form.fields), ...taro, text: '二度押しました。' }
    const first = await slip(await site.post(form.action, fields))
    expect(await slip(await site.post(form.action, fields))).toEqual(first)
    const twice = await opinionsOf(site.db, made.id)
    expect(twice).toHaveLength(2)
    const anew = await slip(await site.post(form.action, { ...fields, text: '書き直しました。' }))
    expect(anew).not.toEqual(first)
    // They are no part of what follows.
    for (const { comment: id } of (await opinionsOf(site.db, made.id)).slice(1)) await forget(id)
  })

  test('the last minute is in time, the next is not', async () => {
    site.at('2013-03-02T23:59:59+09:00')
    await slip(await comment(made.number, null, '全体に賛成です。'))
    site.at('2013-03-03T00:00:00+09:00')
    const late = await site.post(`/comments/${made.number}/write`, { text: '遅れました', ...taro })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('募集期間に届いたものだけを受け付けます')
    await on('2013-03-03T00:01:00+09:00')
    expect((await site.get(`/comments/${made.number}/write`)).status).toBe(303)
    const closed = await site.post(`/comments/${made.number}/write`, { text: 'もう一度', ...taro })
    expect(closed.status).toBe(409)
  })

  test('what came on paper in time is typed beside its scan after the end; what came later is not', async () => {
    await site.as(people.other)
    const paper = { channel: 'letter', receivedOn: '2013-03-01', as: 'one', files: await scan() }
    const late = await send(`${made.work}/take`, /\/take$/, { ...paper, receivedOn: '2013-03-03' })
    expect(late.status).toBe(422)
    const sheet = await done(send(`${made.work}/take`, /\/take$/, paper))
    const page = await site.text(sheet)
    expect(await invalidIn(page)).toEqual([])
    expect((await site.get(`${sheet}/pages/1`)).headers.get('content-type')).toBe('image/jpeg')
    await done(send(sheet, /sheets\/ven_[a-z0-9]+$/, { do: 'keep', text: '見直しは' }))
    expect(await site.text(sheet)).toContain('見直しは')
    const hanako = { tie: 'worker', name: '見本 花子', address: '見本市2-2' }
    const typed = { ...hanako, text: '見直しは年に二度にしてください。', mail: 'hanako@example.jp' }
    const gone = await send(sheet, /sheets\/ven_[a-z0-9]+$/, {
      ...typed,
      passage: '99',
      do: 'take',
    })
    expect(gone.status).toBe(422)
    const back = await gone.text()
    expect(back).toContain('案にない段落です')
    expect(back).toContain('見本 花子')
    await done(send(sheet, /sheets\/ven_[a-z0-9]+$/, { ...typed, passage: '3', do: 'take' }))
    const taken = await site.text(`${sheet}/taken`)
    expect(taken).toMatch(/C2012-\d{4}-\d/)
    const phrase = must(/<strong lang="ja">([^<]+)<\/strong>/.exec(taken)?.[1], 'a phrase')
    expect(await wordsIn(await send(`${sheet}/taken`, /slip\.pdf$/))).toContain(
      phrase.split(' ')[0],
    )
    await done(send(`${sheet}/taken`, /handed$/))
    expect(await site.text(`${sheet}/taken`)).not.toContain(phrase)
    // Nobody finds it among the papers of the city's voices.
    expect((await site.get(sheet.replace(/comments.*sheets/, 'voices/entries'))).status).toBe(404)
    expect(await site.text('/desk/voices/box')).not.toContain(sheet.split('/').at(-1))
  })

  test('where the city wants it, somebody else compares what was typed with its paper', async () => {
    await wantSecondCheck()
    await site.as(people.other)
    const paper = { channel: 'fax', receivedOn: '2013-03-02', as: 'one', files: await scan() }
    const sheet = await done(send(`${made.work}/take`, /\/take$/, paper))
    const typed = { ...taro, text: '協動を進めて', do: 'take' }
    await done(send(sheet, /sheets\/ven_[a-z0-9]+$/, typed))
    expect((await site.post(`${sheet}/check`, { do: 'open' })).status).toBe(403)
    await site.as(people.officer)
    const open = await site.post(`${sheet}/check`, { do: 'open' })
    const page = await open.text()
    expect(page).toContain('協動を進めて')
    const version = must(/name="version" value="(\d+)"/.exec(page)?.[1], 'version')
    const mended = { ...typed, language: 'ja', text: '協働を進めて', version, do: 'correct' }
    await done(site.post(`${sheet}/check`, mended))
    const four = await opinionsOf(site.db, made.id)
    const last = must(four.at(-1), 'an opinion')
    expect((await originalOf(site.ctx(people.officer), last.comment)).text).toBe('協働を進めて')
    expect((await site.post(`${sheet}/check`, { do: 'open' })).status).toBe(404)
    const read = await site.text(`${made.work}/comments/${last.comment}`)
    expect(read).toContain(`${sheet}/pages/1`)
    await forget(last.comment)
  })

  test('words and senders lie sealed, and a name is opened with a purpose', async () => {
    const tables = ['voice_comment', 'voice_comment_original', 'voice_comment_sender'] as const
    const rows = await Promise.all(
      tables.map((table) => site.db.selectFrom(table).selectAll().execute()),
    )
    expect(rows.map(({ length }) => length)).toEqual([3, 3, 3])
    expect(JSON.stringify(rows)).not.toMatch(/太郎|花子|見本市|市民の役目/)
    await site.as(people.officer)
    const [first] = await opinionsOf(site.db, made.id)
    const page = `${made.work}/comments/${must(first, 'an opinion').comment}`
    expect(await site.text(page)).toContain(words)
    expect(await site.text(page)).not.toContain('津島 太郎')
    const opened = await send(page, /\/sender$/, { purpose: 'verify', reason: '確かめる' })
    expect(await opened.text()).toContain('津島 太郎')
    await site.as(people.other)
    expect((await site.get(page)).status).toBe(403)
  })

  test('the result is handed in when every comment is answered, and approved by somebody else', async () => {
    await site.as(people.officer)
    const early = await send(made.work, /\/submit$/)
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('まだ書き終わっていない意見があります')
    const chain = await answerRows(made, { 1: { sameAsNo: '1' } })
    expect(chain.status).toBe(422)
    await done(
      answerRows(made, {
        1: {
          gist: '市民の役目も書く。',
          category: 'A',
          cityView: '書きました。',
          changed: '段落2',
        },
        2: { gist: '全体に賛成。', category: 'B', cityView: 'ありがとうございます。' },
        3: { gist: '見直しを年に二度に。', sameAsNo: '2' },
      }),
    )
    // Whoever writes the gist has the words as they came, and the paragraph, before them.
    const beside = readable(await site.text(`${made.work}/table`))
    expect(beside).toContain(words)
    expect(beside).toContain('案の段落はじめに段落2市が決めます。')
    const noFinal = await send(made.work, /\/submit$/)
    expect(await noFinal.text()).toContain('最終案の本文を入れてください')
    const final = draft.replace('市が決めます。', '市と市民が話し合って決めます。')
    await done(send(made.work, /\/conclude$/, { final, note: 'ありがとうございました。' }))
    await done(send(made.work, /\/submit$/))
    // The one who handed it in may not publish it, by the page or by an address.
    expect((await site.post(`${made.work}/publish`, { version: '0' })).status).toBe(403)
    await site.as(people.resident)
    expect((await site.get(`/comments/${made.number}/result`)).status).toBe(404)
    await site.as(head)
    // Whoever decides reads first what everybody will read.
    const seen = await site.text(`${made.work}/result`)
    expect(seen).toMatch(/<ins>[\s\S]*話し合って/)
    expect(seen).toContain('見直しを年に二度に。')
    expect(await invalidIn(seen)).toEqual([])
    await done(send(made.work, /\/publish$/))
  })

  test('whoever left a proven address hears by mail that the result is out', async () => {
    const server = await smtpServer()
    const out = {
      smtpUrl: server.url,
      mailFrom: 'kyodo@city.example.jp',
      origin: 'http://localhost',
    }
    const room = postRoom(out, '')
    while ((await dispatch(site.ctx(clock), room)) === 'more');
    room.post.close()
    await server.close()
    const told = server.taken().filter(({ mail }) => mail.subject?.includes('市の考え方を公表'))
    // 花子's address was only written on paper: nobody knows whether it is theirs.
    expect(told.map(({ to }) => to)).toEqual([mail])
    expect(told[0]?.mail.text).toContain(`/comments/${made.number}/result`)
  })

  test('the result says who, how many, each comment, and what became of the draft', async () => {
    await site.as(people.resident)
    const page = await site.text(`/comments/${made.number}/result`)
    expect(page).toContain('2人')
    expect(page).toContain('3件')
    expect(page).toContain('1件')
    expect(page).toMatch(/<ins>[\s\S]*話し合って/)
    expect(page).not.toMatch(/太郎|花子/)
    expect(await invalidIn(page)).toEqual([])
    for (const language of ['/en', '/ko', '/easy'])
      for (const path of ['', `/${made.number}`, `/${made.number}/result`])
        expect(untranslatedIn(await site.text(`${language}/comments${path}`))).toEqual([])
  })

  test('table, workbook, CSV, and API say each comment once and the same', async () => {
    const csv = readCsv(
      new Uint8Array(await (await site.get(`/comments/${made.number}/result.csv`)).arrayBuffer()),
    )
    const gists = csv.rows.map(({ cells }) => cells[2])
    expect(gists).toEqual([
      '意見(要旨)',
      '市民の役目も書く。',
      '全体に賛成。',
      '見直しを年に二度に。',
    ])
    const api = await (await site.get(`/api/v1/comments/${made.number}`)).json()
    expect(api.result).toMatchObject({ persons: 2, opinions: 3, changes: 1 })
    expect(api.result.rows.map((row: { gist: string }) => row.gist)).toEqual(gists.slice(1))
    expect(api.result.rows[2].cityView).toBe('ありがとうございます。')
    const book = await readWorkbook(
      new Uint8Array(await (await site.get(`/comments/${made.number}/result.xlsx`)).arrayBuffer()),
    )
    expect(JSON.stringify([...must(book[0], 'a sheet').rows].map((r) => [...r.cells]))).toContain(
      '見直しを年に二度に。',
    )
    const pdf = await site.get(`/comments/${made.number}/result.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(new TextDecoder('latin1').decode(await pdf.arrayBuffer()).slice(0, 5)).toBe('%PDF-')
  })

  test('the sender sees their own words beside the gist', async () => {
    const answer = await sendFrom(site, '/r', /\/r$/, own)
    const page = await site.text(led(answer))
    expect(page).toContain(words)
    expect(page).toContain('市民の役目も書く。')
    expect(page).toContain('書きました。')
    expect(page).not.toContain('全体に賛成。')
  })

  test('three years after the result nobody knows who it was, after five the words and papers go', async () => {
    const held = async () => {
      const count = async (
        table: 'voice_comment_sender' | 'voice_comment_original' | 'voice_scan',
      ) => (await site.db.selectFrom(table).selectAll().execute()).length
      return [
        await count('voice_comment_sender'),
        await count('voice_comment_original'),
        await count('voice_scan'),
      ]
    }
    const names = ['voice.comment-sender', 'voice.comment-original']
    const night = async () => {
      const ctx = site.ctx(clock)
      const ours = <T extends { readonly retention: { readonly name: string } }>(
        all: readonly T[],
      ) => all.filter(({ retention }) => names.includes(retention.name))
      const planned = ours(await dueOf(ctx, retentions, keptFor)).map(({ ids }) => ids)
      const done = ours(await carryOut(ctx, retentions, keptFor)).map(({ ids }) => ids)
      expect(done).toEqual(planned)
      return done.map(({ length }) => length)
    }
    const before = await held()
    site.at('2016-03-02T09:00:00+09:00')
    expect(await night()).toEqual([0, 0])
    site.at('2016-03-05T09:00:00+09:00')
    expect(await night()).toEqual([3, 0])
    // The scan of a sheet that was left out has a time of its own, and is over by now.
    expect(before).toEqual([3, 3, 2])
    expect(await held()).toEqual([0, 3, 1])
    site.at('2018-03-05T09:00:00+09:00')
    expect(await night()).toEqual([0, 3])
    expect(await held()).toEqual([0, 0, 0])
    // What the city itself wrote stays for ever, and so does how many people wrote.
    await site.as(people.resident)
    const page = await site.text(`/comments/${made.number}/result`)
    expect(page).toContain('市民の役目も書く。')
    expect(page).toContain('2人')
    const mine = await site.text(led(await sendFrom(site, '/r', /\/r$/, own)))
    expect(mine).toContain('市が消しました')
    expect(mine).not.toContain(words)
  })
})

test('a printed draft gives each paragraph its page and line; the case has categories of its own', async () => {
  site.at('2018-05-01T10:00:00+09:00')
  await site.as(people.officer)
  const period = { opensOn: '2018-05-01', closesOn: '2018-06-10' }
  const work = await done(send('/desk/comments/new', /\/new$/, { ...plan, ...period }))
  const picture = new File([await (await scan()).arrayBuffer()], 'draft.pdf')
  const broken = await send(work, /\/draft$/, { text: 'x', pdf: picture })
  expect(broken.status).toBe(422)
  expect(await broken.text()).toContain('PDF として読めません')
  const long = '市民と市がともに考え、ともに決めて、ともに進める。'.repeat(60)
  const printed = await pdf({
    ...{ title: '指針', author: '', lang: 'ja', date: '2018-05-01' },
    blocks: [
      { kind: 'paragraph', text: '第1章 はじめに' },
      { kind: 'paragraph', text: long },
      { kind: 'paragraph', text: '第2章 進め方' },
      { kind: 'paragraph', text: long },
      { kind: 'paragraph', text: '1. 年に一度、見直します。' },
    ],
  })
  const file = new File([new Uint8Array(printed)], '案.pdf', { type: 'application/pdf' })
  await done(send(work, /\/draft$/, { text: 'x', pdf: file }))
  // What the desk reads and saves again keeps its places.
  await done(send(work, /\/draft$/))
  const id = work.split('/').at(-1) as CaseId
  const passages = await passagesOf(site.db, id, 'draft')
  const last = must(passages.at(-1), 'a paragraph')
  expect(last).toMatchObject({
    chapter: '第2章 進め方',
    text: '1. 年に一度、見直します。',
    page: 2,
  })
  expect(last.line).toBeGreaterThan(1)

  const few = await send(`${work}/categories`, /categories$/, {
    ...{ list: 'own', 'row0.ja': '反映', 'row1.ja': '' },
    ...{ 'row2.ja': '', 'row3.ja': '', 'row4.ja': '' },
  })
  expect(few.status).toBe(422)
  const back = await few.text()
  expect(back).toContain('区分を2つ以上書いてください')
  expect(await invalidIn(back)).toEqual([])
  await done(
    send(`${work}/categories`, /categories$/, {
      ...{ list: 'own', 'row0.ja': '採り入れました', 'row0.changesDraft': 'yes' },
      ...{ 'row1.ja': '市の考えと同じです', 'row2.ja': '', 'row3.ja': '', 'row4.ja': '' },
    }),
  )
  expect(await site.text(work)).toContain('採り入れました')
  await site.as(people.author)
  await done(send(work, /\/ready$/))
  await on('2018-05-01T10:01:00+09:00')
  expect((await site.get(`${work}/categories`)).status).toBe(409)
  await site.as(people.resident)
  const { number } = await site.db
    .selectFrom('voice_comment_case')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const where = `第2章 2ページ ${last.line}行`
  const bare = where.replaceAll(' ', '')
  expect(readable(await site.text(`/comments/${number}/write?p=${last.no}`))).toContain(bare)
  await slip(await comment(number, last.no, '二度にしてください。'))
  await on('2018-06-11T00:01:00+09:00')
  await site.as(people.officer)
  const answer = {
    gist: '年に二度に。',
    category: 'own-1',
    cityView: '直しました。',
    changed: '2章',
  }
  await done(answerRows({ id, work }, { 1: answer }))
  await done(send(work, /\/conclude$/, { final: '年に二度、見直します。' }))
  await done(send(work, /\/submit$/))
  await site.as(head)
  await done(send(work, /\/publish$/))
  await site.as(people.resident)
  const result = await site.text(`/comments/${number}/result`)
  expect(readable(result)).toContain(bare)
  expect(result).toContain('採り入れました')
  expect(untranslatedIn(await site.text(`/en/comments/${number}/result`))).toEqual([])
  const csv = await site.get(`/comments/${number}/result.csv`)
  expect(readCsv(new Uint8Array(await csv.arrayBuffer())).rows[1]?.cells[1]).toBe(where)
  const api = await (await site.get(`/api/v1/comments/${number}`)).json()
  expect(api.result).toMatchObject({ changes: 1, rows: [{ page: 2, line: last.line }] })
})

test('a case without a comment has a result, and its period may be made longer', async () => {
  site.at('2013-04-01T10:00:00+09:00')
  const made = await makeCase({
    opensOn: '2013-04-10',
    closesOn: '2013-04-20',
    shortReason: '国の期限のため。',
  })
  await on('2013-04-10T00:01:00+09:00')
  await site.as(people.author)
  const shorter = await send(made.work, /\/extend$/, { closesOn: '2013-04-15', reason: '早く' })
  expect(shorter.status).toBe(422)
  await done(send(made.work, /\/extend$/, { closesOn: '2013-04-30', reason: '連休のため。' }))
  const open = await site.text(`/comments/${made.number}`)
  expect(open).toContain('国の期限のため。')
  expect(open).toContain('連休のため。')
  await on('2013-05-01T00:01:00+09:00')
  await site.as(people.officer)
  await done(send(made.work, /\/submit$/))
  await site.as(head)
  await done(send(made.work, /\/publish$/))
  await site.as(people.resident)
  const page = await site.text(`/comments/${made.number}/result`)
  expect(page).toContain('意見はありませんでした')
  expect(page).toContain('0人')
  expect((await site.get(`/comments/${made.number}/result.pdf`)).status).toBe(200)
})

test('what one sender handed in becomes several comments; the last of them stays', async () => {
  site.at('2013-06-01T10:00:00+09:00')
  const made = await makeCase({ opensOn: '2013-06-01', closesOn: '2013-07-10' })
  await on('2013-06-01T10:01:00+09:00')
  await site.as(people.resident)
  await slip(await comment(made.number, 1, '一つ。二つ。'))
  await site.as(people.officer)
  const [first] = await opinionsOf(site.db, made.id)
  const page = `${made.work}/comments/${must(first, 'an opinion').comment}`
  await done(send(page, /\/split$/))
  expect((await opinionsOf(site.db, made.id)).map(({ no }) => no)).toEqual([1, 2])
  await done(send(page, /\/drop$/))
  expect(await opinionsOf(site.db, made.id)).toHaveLength(1)
  const lone = must((await opinionsOf(site.db, made.id))[0], 'an opinion')
  expect((await site.post(`${page}/drop`, { row: lone.id })).status).not.toBe(303)
})

test('a file that is no Word document is said at its field, and documents are handed out as they came', async () => {
  site.at('2013-08-01T10:00:00+09:00')
  await site.as(people.officer)
  const period = { opensOn: '2013-08-01', closesOn: '2013-08-30' }
  const work = await done(send('/desk/comments/new', /\/new$/, { ...plan, ...period }))
  const broken = await send(work, /\/draft$/, { word: new File(['x'], 'draft.docx') })
  expect(broken.status).toBe(422)
  expect(await broken.text()).toContain('ワードの文書(.docx)として読めません')
  const page = new File(['<script>'], 'a.html')
  expect((await send(work, /\/files$/, { file: page })).status).toBe(422)
  await done(send(work, /\/files$/, { file: new File(['%PDF-1.7 x'], '案.pdf') }))
  await done(send(work, /\/draft$/, { text: draft }))
  await site.as(people.author)
  await done(send(work, /\/ready$/))
  await on('2013-08-01T10:01:00+09:00')
  await site.as(people.resident)
  const [, address = ''] =
    /href="(\/comments\/[^"]+\/files\/[^"]+)"/.exec(await site.text('/comments/2013-3')) ?? []
  const file = await site.get(address)
  expect(await file.text()).toBe('%PDF-1.7 x')
  expect(file.headers.get('content-disposition')).toContain('attachment')
})
