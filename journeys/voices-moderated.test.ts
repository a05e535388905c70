import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block, claim, hide, overturn, unblock } from '#domains/moderation/actions/decide.ts'
import type { CaseId } from '#domains/moderation/case.ts'
import { flag } from '#domains/moderation/index.ts'
import { caseById } from '#domains/moderation/store/cases.ts'
import { figuresNow } from '#domains/publications/actions/write.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import { link } from '#domains/voices/actions/link.ts'
import { approve, decide, submit } from '#domains/voices/actions/points.ts'
import { receive } from '#domains/voices/actions/receive.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import { handIn } from '#domains/voices/comment/actions/hand.ts'
import { senderOf } from '#domains/voices/comment/actions/sender.ts'
import {
  type CommentChannel,
  type CommentId,
  type CommentSender,
  opinionSubject,
} from '#domains/voices/comment/comment.ts'
import { type PointId, pointSubject } from '#domains/voices/point.ts'
import { pointById } from '#domains/voices/store/points.ts'
import { similarTo } from '#domains/voices/store/similar.ts'
import { voiceById } from '#domains/voices/store/voices.ts'
import { urls } from '#domains/voices/urls.ts'
import { noSender, type VoiceId } from '#domains/voices/voice.ts'
import { anonymous } from '#platform/actor.ts'
import { newId } from '#platform/id.ts'
import { must } from '#platform/must.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closeRaster, pdfTexts } from '#platform/pdf/raster.ts'
import { closePictures } from '#platform/picture.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
import type { Browser } from '#testing/browser.ts'
import { moderators } from '#testing/moderation.ts'
import { people } from '#testing/people.ts'
import { moderated } from '../src/moderated.tsx'
import { demoCity } from './support/city.ts'
import { send } from './support/desk.ts'
import { readable } from './support/html.ts'
import { itemIn } from './support/plan.ts'
import { led, sendFrom } from './support/residents.ts'
import { nobody, type Slip, webForm } from './support/voices-send.ts'

/** 投稿の見守り over what residents really wrote: voices and public comments of the demo city. */
let site: Browser
beforeAll(async () => {
  site = await demoCity()
})
afterAll(() => Promise.all([closePictures(), closePdf(), closeRaster()]))

const { write, checkPage, press } = webForm(() => site)
const { first, second } = moderators
const why = { ground: 'personal-data', reason: '近所の人とわかる書き方があるためです。' }
const reach = {
  sender: 'individual',
  publish: 'yes',
  reach: 'mail',
  mail: 'sago@example.jp',
} as const
const words = {
  text: '角のたばこ屋のご主人が道に椅子を出しています。',
  gist: '角のたばこ屋の椅子を片づけてほしい。',
  answer: 'たばこ屋の椅子については、お店とお話ししました。',
}
const fresh = async (id: PointId) => must(await pointById(site.db, id), id)
const voice = async (id: VoiceId) => must(await voiceById(site.db, id), id)

/** 声を届ける, all the way to a public point. */
async function published(who: Parameters<typeof write>[1] = nobody) {
  await site.as(anonymous)
  const slip = await write({ text: words.text, place: '' }, who)
  const { id } = await site.db
    .selectFrom('voice')
    .select('id')
    .where('number', '=', slip.number)
    .executeTakeFirstOrThrow()
  const office = site.ctx(people.author)
  const gist = { gist: words.gist, kind: 'request', topic: 'safety', section: '建設課' } as const
  const { points } = await triage(office, await voice(id as VoiceId), [gist])
  const point = must(points[0], 'a point').id
  const as = (role: 'section-staff' | 'section-head') =>
    site.ctx({ id: `per_${role}`, name: role, duties: [dutyOf(role, { sections: ['建設課'] })] })
  const said = { text: words.answer, disposition: 'done', promised: null }
  await submit(as('section-staff'), await fresh(point), said)
  await approve(as('section-head'), await fresh(point))
  await reply(office, await voice(id as VoiceId))
  await decide(office, await fresh(point), { kind: 'show', redactions: [] })
  return { slip, point, id: id as VoiceId }
}

async function claimed(kind: string, id: string): Promise<CaseId> {
  const of = await flag(site.ctx(people.resident), moderated, { kind, id }, why.ground, '')
  await claim(site.ctx(first), moderated, of.id)
  return of.id
}

const receiptOf = async ({ number, phrase }: Slip) =>
  site.text(led(await sendFrom(site, '/r', /\/r$/, { number, phrase })))
const isAppeal = ({ action }: { readonly action: string }) => action.endsWith('/appeal')

/** Every address at which anybody reads a point: in each language, by words, for programs. */
async function formsOf(number: string, item: string) {
  const sought = encodeURIComponent('たばこ屋')
  const paths = [
    ...['', '/easy', '/en', '/ko'].flatMap((tongue) =>
      [urls.list, `${urls.list}?words=${sought}`, urls.one(number), urls.feed, item].map(
        (path) => `${tongue}${path}`,
      ),
    ),
    `${urls.one(number)}/feed.atom`,
    urls.csv,
    urls.api,
    `${urls.api}?words=${sought}`,
    `${urls.api}/${number}`,
  ]
  return Promise.all(paths.map(async (path) => [path, await site.text(path)] as const))
}

test('the demo city has a case that came back after an appeal and one that waits, in public figures', async () => {
  const page = readable(await site.text('/moderation'))
  expect(page).toContain('平成24年度')
  expect(page).toMatch(/申し出を受けて戻した1/)
  await site.as(second)
  const queue = readable(await site.text('/desk/moderation?state=flagged'))
  expect(queue).toContain('祭りの担い手')
  expect(readable(await site.text('/desk'))).toContain('投稿の見守り:知らせありの案件')
})

test('a voice that anybody flagged is hidden everywhere; its author appeals, and another puts it back', async () => {
  const { slip, point } = await published(reach)
  const { id: item, planId } = await itemIn(site.db, 2012, '1-3')
  await link(site.ctx(people.author), await fresh(point), item)
  const place = '/plans/2012/items/1-3'
  const figures = await site.text('/api/v1/voices/figures')
  const before = await formsOf(slip.number, place)
  // All but the feed of the one voice, which tells the answer alone.
  for (const [path, text] of before)
    expect(text, path).toContain(path.endsWith('-3/feed.atom') ? words.answer : 'たばこ屋')

  const page = await site.text(urls.one(slip.number))
  const flagPath = must(/href="(\/moderation\/flag\?[^"]+)"/.exec(page)?.[1], 'a link to flag it')
  const flagged = await send(site, flagPath.replaceAll('&amp;', '&'), {
    ground: 'personal-data',
    note: '近所の人のことです',
  })
  expect(led(flagged)).toBe('/moderation/flag/thanks')
  // To be flagged hides nothing.
  expect(await site.text(urls.one(slip.number))).toContain(words.gist)

  await site.as(first)
  const queue = await site.text(`/desk/moderation?q=${encodeURIComponent('たばこ屋')}`)
  const path = must(/href="(\/desk\/moderation\/cases\/mod_[^"]+)"/.exec(queue)?.[1], 'a case')
  expect(await site.text('/desk')).toContain(path)
  await send(site, path, {}, ({ action }) => action.endsWith('/claim'))
  const hiding = { 'hide.ground': why.ground, 'hide.reason': why.reason }
  await send(site, path, hiding, ({ action }) => action.endsWith('/hide'))
  // Whoever judges the appeal must still be able to read it.
  expect(readable(await site.text(path))).toContain(words.gist)

  await site.as(anonymous)
  for (const [form, text] of await formsOf(slip.number, place))
    expect(text, form).not.toContain('たばこ屋の')
  expect(readable(await site.text(urls.one(slip.number)))).toContain(
    '見えなくしています(理由:個人がわかることが書いてある)',
  )
  for (const form of [urls.csv, urls.feed, urls.api, urls.list])
    expect(await site.text(form), form).toContain('見えなくしています')
  expect(await site.text(`/en${urls.one(slip.number)}`)).toContain('This text is hidden')
  // Whoever asks for the very words is not led to where they stood.
  const sought = `?words=${encodeURIComponent('たばこ屋')}`
  for (const form of [`${urls.list}${sought}`, `${urls.api}${sought}`])
    expect(await site.text(form), form).not.toContain(slip.number)
  expect(await site.text('/api/v1/voices/figures')).toBe(figures)
  expect(await similarTo(site.db, words.text, 5)).toEqual([])
  const { voices } = await figuresNow(site.db, planId, site.ctx(people.author).now)
  expect(JSON.stringify(voices)).not.toContain('たばこ屋')
  expect((await site.get(flagPath.replaceAll('&amp;', '&'))).status).toBe(404)

  const told = await site.db
    .selectFrom('notice')
    .select(['path', 'sealed'])
    .where('kind', '=', 'moderation.told')
    .orderBy('posted_at', 'desc')
    .executeTakeFirstOrThrow()
  expect(told).toMatchObject({ path: '/r', sealed: expect.any(String) })
  expect(readable(await receiptOf(slip))).toContain(why.reason)
  const empty = await send(site, '/r/receipt', { appeal: ' ' }, isAppeal)
  expect(empty.status).toBe(422)
  await send(site, '/r/receipt', { appeal: 'お店の人に頼まれて書きました。' }, isAppeal)
  expect(readable(await site.text('/r/receipt'))).toContain('申し出を受け付けています')
  expect(readable(await site.text(urls.one(slip.number)))).toContain('もう一度確かめています')

  const id = must(path.split('/').at(-1), 'an id')
  await expect(overturn(site.ctx(first), moderated, id, '戻します。')).rejects.toThrow()
  await overturn(site.ctx(second), moderated, id, '読み直して、元に戻しました。')
  expect(await formsOf(slip.number, place)).toEqual(before)
  expect(readable(await site.text('/r/receipt'))).toContain('読み直して、元に戻しました。')
})

test('an appeal needs the receipt of those very words', async () => {
  const [one, other] = [await published(), await published()]
  const id = await claimed(pointSubject, one.point)
  await hide(site.ctx(first), moderated, id, why)
  await receiptOf(other.slip)
  const tried = await site.post('/r/receipt/appeal', { case: id, appeal: '私の声です。' })
  expect([403, 404]).toContain(tried.status)
  expect(readable(await site.text('/r/receipt'))).not.toContain(why.reason)
  const page = await receiptOf(one.slip)
  expect(readable(page)).toContain(why.reason)
  expect((await caseById(site.db, id))?.state).toBe('hidden')
})

test('a comment of a published result is hidden on its page, in each file and for programs', async () => {
  // One with whose answer another is answered as well: the city's words say again what it says.
  const {
    id,
    gist,
    city_view: answer,
    number,
  } = await site.db
    .selectFrom('voice_comment_opinion as o')
    .innerJoin('voice_comment_case as c', 'c.id', 'o.case_id')
    .innerJoin('voice_comment_opinion as also', 'also.same_as', 'o.id')
    .select(['o.id', 'o.gist', 'o.city_view', 'c.number'])
    .where('c.state', '=', 'published')
    .executeTakeFirstOrThrow()
  const page = `/comments/${number}/result`
  const forms = [
    ...['', '/en', '/ko', '/easy'].map((tongue) => `${tongue}${page}`),
    ...['csv', 'xlsx', 'pdf'].map((kind) => `${page}.${kind}`),
    `/api/v1/comments/${number}`,
  ]
  const said = new Map<string, string>()
  const readAll = async () => {
    for (const path of forms) said.set(path, (await saidIn(path)).replace(/\s/g, ''))
  }
  await readAll()
  for (const [path, text] of said) {
    expect(text, path).toContain(gist)
    expect(text, path).toContain(answer)
  }
  expect(await site.text(page)).toContain(`id=${id}`)
  await hide(site.ctx(first), moderated, await claimed(opinionSubject, id), why)
  await readAll()
  for (const [path, text] of said) {
    expect(text, path).not.toContain(gist)
    expect(text, path).not.toContain(answer)
  }
  for (const kind of ['csv', 'xlsx', 'pdf'])
    expect(said.get(`${page}.${kind}`), kind).toContain('見えなくしています')
})

/** What a page or a file says to whoever opens it. */
async function saidIn(path: string): Promise<string> {
  const answer = await site.get(path)
  expect(answer.status, path).toBe(200)
  if (/csv$|api/.test(path)) return answer.text()
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (path.endsWith('.pdf')) return (await pdfTexts(bytes)).join('')
  if (!path.endsWith('.xlsx')) return readable(new TextDecoder().decode(bytes))
  const sheets = await readWorkbook(bytes)
  return sheets
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text)))
    .join('')
}

describe('who was stopped from writing', () => {
  test('by web reads until when and which ways are open, with everything typed still there', async () => {
    const { point } = await published(reach)
    const id = await claimed(pointSubject, point)
    const until = '2013-03-20'
    await block(site.ctx(first), moderated, id, { ...why, until })
    await site.as(anonymous)
    const count = () =>
      site.db.selectFrom('voice').select('id').where('channel', '=', 'web').execute()
    const before = await count()
    const matter = { text: 'もう一度書きます。', place: '' }
    const answer = await press(await checkPage(matter, reach), 'send')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(readable(page)).toContain('3月20日')
    expect(readable(page)).toContain('電話、手紙、窓口では、これまでどおり受け付け')
    expect(page).toContain('もう一度書きます。')
    expect(await count()).toHaveLength(before.length)

    const said = { ...paper, contact: { kind: 'mail', text: reach.mail } as const }
    const { voice } = await receive(site.ctx(people.author), said)
    expect(voice.state).toBe('received')
    // Somebody else is not meant.
    await write(matter, { ...reach, mail: 'other@example.jp' })
    await unblock(site.ctx(first), moderated, id, '落ち着かれました。')
    await write(matter, reach)
  })

  const until = '2013-03-20'
  const refused = { refusal: { reason: 'writing-stopped', place: until } }
  const home = { name: '豊玉 一郎', address: '対馬市豊玉町1番地' } as const

  test('for a voice sends no public comment either, and may still hand one in on paper, by telephone and at the counter', async () => {
    const mail = 'ichiro@example.jp'
    const byLetter = { ...reach, reach: 'letter', ...home, postcode: '817-0000', mail: '' } as const
    const cases = []
    for (const who of [{ ...reach, mail }, byLetter]) {
      const of = await claimed(pointSubject, (await published(who)).point)
      await block(site.ctx(first), moderated, of, { ...why, until })
      cases.push(of)
    }
    const open = await openMatter()
    const hand = (
      channel: CommentChannel,
      person: Partial<CommentSender>,
      contact: Parameters<typeof handIn>[2]['contact'] = null,
    ) => {
      const who = { name: '別の人', address: '対馬市上県町2番地', mail: '', ...person }
      const by = channel === 'web' ? anonymous : people.author
      return handIn(site.ctx(by), open, { ...comment, channel, person: who, contact })
    }
    // By the address of the mail, and by name and address, whatever the spaces and widths of the letters.
    await expect(hand('web', {}, { kind: 'mail', text: mail })).rejects.toMatchObject(refused)
    await expect(
      hand('web', { name: '豊玉一郎', address: '対馬市豊玉町１番地' }),
    ).rejects.toMatchObject(refused)
    // The same name elsewhere is somebody else.
    expect((await hand('web', { name: home.name })).comment.channel).toBe('web')
    for (const channel of ['letter', 'fax', 'mail', 'counter', 'phone'] as const) {
      const { comment: taken } = await hand(channel, home, { kind: 'mail', text: mail })
      expect(taken.channel).toBe(channel)
    }
    for (const of of cases) await unblock(site.ctx(first), moderated, of, '落ち着かれました。')
    expect((await hand('web', home, { kind: 'mail', text: mail })).comment.channel).toBe('web')
  })

  test('for a public comment sends no voice either, and is heard by every other way', async () => {
    const { id, comment_id } = await site.db
      .selectFrom('voice_comment_opinion as o')
      .innerJoin('voice_comment_case as c', 'c.id', 'o.case_id')
      .select(['o.id', 'o.comment_id'])
      .where('c.state', '=', 'published')
      .where('o.gist', '<>', '')
      .where('o.id', 'not in', (e) => e.selectFrom('moderation_case').select('subject_id'))
      .executeTakeFirstOrThrow()
    const { name, address } = await senderOf(site.ctx(people.author), comment_id as CommentId)
    const of = await claimed(opinionSubject, id)
    // One who gave a mail beside name and address: by it alone, too, they are found.
    const mailed = { kind: 'mail', text: 'kamiagata@example.jp' } as const
    const who = { name: '上県 花子', address: '対馬市上県町3番地', mail: mailed.text }
    const other = await handIn(site.ctx(anonymous), await openMatter(), {
      ...{ ...comment, channel: 'web', person: who, contact: mailed },
    })
    const days = { from_on: '2013-03-06', until_on: until }
    await site.db
      .insertInto('moderation_block')
      .values({ id: newId('mbl'), case_id: of, author_id: other.receipt.id, ...days })
      .execute()
    await block(site.ctx(first), moderated, of, { ...why, until })
    await expect(
      receive(site.ctx(anonymous), {
        ...{ ...paper, channel: 'web', replyBy: 'mail', contact: mailed },
      }),
    ).rejects.toMatchObject(refused)
    const person = { ...noSender, name, address }
    const by = (channel: typeof paper.channel | 'web' | 'letter' | 'counter' | 'phone') =>
      receive(site.ctx(channel === 'web' ? anonymous : people.author), {
        ...{ ...paper, channel, person, replyBy: 'none', contact: null },
      })
    await expect(by('web')).rejects.toMatchObject(refused)
    for (const channel of ['letter', 'counter', 'phone', 'mail'] as const)
      expect((await by(channel)).voice.state).toBe('received')
    // The moderator reads which forms are meant, and which ways stay open, before the button is pressed.
    await site.as(first)
    const page = readable(await site.text(`/desk/moderation/cases/${of}`))
    expect(page).toContain('2つのフォーム(声を届ける、意見募集)')
    expect(page).toContain('手紙、電話、窓口、メールで届いたものは、これまでどおり受け付けます')
    await unblock(site.ctx(first), moderated, of, '落ち着かれました。')
    expect((await by('web')).voice.state).toBe('received')
  })
})

const openMatter = async () =>
  (
    await site.db
      .selectFrom('voice_comment_case')
      .select('id')
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
  ).id as Parameters<typeof handIn>[1]

const comment = {
  receivedOn: '2013-03-06',
  language: 'ja',
  tie: 'resident',
  passage: null,
  original: { text: '案に賛成です。', place: '' },
} as const

const paper = {
  channel: 'mail',
  receivedOn: '2013-03-06',
  language: 'ja',
  sender: 'individual',
  ageBand: null,
  district: null,
  replyBy: 'mail',
  mayPublish: true,
  original: { text: '手紙なら届きますか。', place: '' },
  person: noSender,
} as const
