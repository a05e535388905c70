import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block, claim, hide, overturn, unblock } from '#domains/moderation/actions/decide.ts'
import type { CaseId } from '#domains/moderation/case.ts'
import { flag } from '#domains/moderation/index.ts'
import { figuresNow } from '#domains/publications/actions/write.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import { link } from '#domains/voices/actions/link.ts'
import { approve, decide, submit } from '#domains/voices/actions/points.ts'
import { receive } from '#domains/voices/actions/receive.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import { opinionSubject } from '#domains/voices/comment/comment.ts'
import { type PointId, pointSubject } from '#domains/voices/point.ts'
import { pointById } from '#domains/voices/store/points.ts'
import { similarTo } from '#domains/voices/store/similar.ts'
import { voiceById } from '#domains/voices/store/voices.ts'
import { urls } from '#domains/voices/urls.ts'
import { noSender, type VoiceId } from '#domains/voices/voice.ts'
import { anonymous } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { closePictures } from '#platform/picture.ts'
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
afterAll(closePictures)

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
  const { state } = await site.db
    .selectFrom('moderation_case')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(state).toBe('hidden')
})

test('a comment of a published result is hidden on its page, in each file and for programs', async () => {
  const { id, gist, number } = await site.db
    .selectFrom('voice_comment_opinion as o')
    .innerJoin('voice_comment_case as c', 'c.id', 'o.case_id')
    .select(['o.id', 'o.gist', 'c.number'])
    .where('c.state', '=', 'published')
    .where('o.gist', '<>', '')
    .executeTakeFirstOrThrow()
  const forms = ['', '/en']
    .map((tongue) => `${tongue}/comments/${number}/result`)
    .concat(`/comments/${number}/result.csv`, `/api/v1/comments/${number}`)
  for (const path of forms) expect(await site.text(path), path).toContain(gist)
  expect(await site.text(must(forms[0], 'the page'))).toContain(`id=${id}`)
  await hide(site.ctx(first), moderated, await claimed(opinionSubject, id), why)
  for (const path of forms) expect(await site.text(path), path).not.toContain(gist)
  expect(await site.text(must(forms[2], 'the file'))).toContain('見えなくしています')
})

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
})

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
