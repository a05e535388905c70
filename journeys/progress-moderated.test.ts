import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block, claim, hide, overturn } from '#domains/moderation/actions/decide.ts'
import type { CaseId } from '#domains/moderation/case.ts'
import { flag, moderationUrls } from '#domains/moderation/index.ts'
import { caseById } from '#domains/moderation/store/cases.ts'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import type { PostRoom } from '#domains/notices/actions/room.ts'
import { itemsOf } from '#domains/plan/index.ts'
import { addFile } from '#domains/progress/actions/evidence.ts'
import { askGroup, noteDifference } from '#domains/progress/actions/groups.ts'
import { confirm, submit } from '#domains/progress/actions/reports.ts'
import { picturesOf } from '#domains/progress/index.ts'
import { emptyReport, type Report, reportSubject } from '#domains/progress/progress.ts'
import { publicUrls } from '#domains/progress/public-urls.ts'
import { filesOf } from '#domains/progress/store/evidence.ts'
import { reportById } from '#domains/progress/store/reports.ts'
import { scaleById } from '#domains/progress/store/scales.ts'
import { check, publish } from '#domains/publications/actions/publish.ts'
import { compose, figuresNow } from '#domains/publications/actions/write.ts'
import { editionById } from '#domains/publications/store/editions.ts'
import { clock } from '#domains/staff/roles.ts'
import { anonymous } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { closePictures } from '#platform/picture.ts'
import type { Browser } from '#testing/browser.ts'
import { moderators } from '#testing/moderation.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { houseOf } from '../src/house.ts'
import { moderated } from '../src/moderated.tsx'
import { demoCity } from './support/city.ts'
import { formTo, onward, send } from './support/desk.ts'
import { readable } from './support/html.ts'
import { treeIn } from './support/plan.ts'
import { wholeRoom } from './support/post-room.ts'
import { openedRound } from './support/progress.ts'

/** 投稿の見守り over what groups report themselves: public beside the city's word, and hidden like any other. */
let site: Browser
let server: Awaited<ReturnType<typeof smtpServer>>
let room: PostRoom
let item: ReturnType<typeof itemsOf>[number]
let round: Awaited<ReturnType<typeof openedRound>>
let value: string

beforeAll(async () => {
  site = await demoCity()
  server = await smtpServer()
  room = wholeRoom(server.url)
  round = await openedRound(site, 'final', '2013-03-15T09:00:00+09:00', '2013-03-29')
  value = must((await scaleById(site.db, round.scaleId))?.steps[0], 'a step').code
  item = must(
    itemsOf(await treeIn(site.db, 2012)).find(({ lead }) => lead !== 'city'),
    'an item that citizens share',
  )
})
afterAll(async () => {
  await server.close()
  await closePictures()
})

const { first, second } = moderators
const why = { ground: 'personal-data', reason: '近所の人とわかる書き方があるためです。' }
/** Stands in every text that a group chooses itself, so that a search for it finds each place that leaks. */
const secret = 'さざなみ丸の船長'
const mail = 'umi-no-kai@example.org'

/** What a group reported, with a picture and the city's word on a difference: public. */
async function published(name: string, address: string): Promise<Report> {
  const ctx = site.ctx(people.author)
  const asked = { name, mail: address, language: 'ja' } as const
  const report = await askGroup(ctx, round.id, item.id, asked)
  const bytes = await sharp({
    create: { width: 90, height: 60, channels: 3, background: name.length % 2 ? 'red' : 'blue' },
  })
    .jpeg()
    .toBuffer()
  const picture = { title: `写真の${secret}`, consent: true, bytes: new Uint8Array(bytes) }
  await addFile(site.ctx(anonymous), site.files, report.id, { ...picture, name: 'a.jpg' }, 'group')
  const content = {
    ...emptyReport,
    value,
    result: `${secret}が浜を見回りました。`,
    issues: `${secret}が困っています。`,
    next: `${secret}がもう1回。`,
    figures: [{ name: `${secret}の人数`, value: 80, unit: '人' }],
    evidence: [{ title: `${secret}の頁`, url: `https://example.jp/${encodeURIComponent(secret)}` }],
    readings: item.indicators.map((one) => ({
      name: one.name,
      actual: null,
      unmeasured: `${secret}が数えていない`,
    })),
  }
  const now = async () => must(await reportById(site.db, report.id), 'its report')
  await submit(site.ctx(anonymous), await now(), content, 'group')
  await confirm(ctx, await now())
  await noteDifference(ctx, report.id, `市は、${secret}とは別に数えました。`)
  return now()
}

async function claimed(id: string): Promise<CaseId> {
  const of = await flag(
    site.ctx(people.resident),
    moderated,
    { kind: reportSubject, id },
    why.ground,
    '',
  )
  await claim(site.ctx(first), moderated, of.id)
  return of.id
}

const itemPath = () => `/plans/2012/items/${item.code}`

/** Every address at which anybody reads what was reported of the item: in each language, for programs, as a file. */
async function formsOf() {
  const pages = [itemPath(), publicUrls.year(2012), publicUrls.items(2012), publicUrls.feed]
  const more = ['/plans/2012', `/plans/2012/${item.code}`, '/'] as const
  const paths = [
    ...['', '/easy', '/en', '/ko'].flatMap((tongue) => pages.map((path) => `${tongue}${path}`)),
    ...more,
    publicUrls.csv(2012),
    publicUrls.api(2012),
  ]
  return Promise.all(
    paths.map(async (path) => {
      const answer = await site.get(path)
      return [path, answer.status === 200 ? await answer.text() : ''] as const
    }),
  )
}

async function mailTo(address: string) {
  while ((await dispatch(site.ctx(clock), room)) === 'more');
  return server.taken().filter(({ to }) => to === address)
}
const linkIn = (text: string | undefined) =>
  must(/\/progress\/report\/[\w-]{43}/.exec(text ?? '')?.[0], 'a link')

const counted = async () => {
  const year = JSON.parse(await site.text(publicUrls.api(2012)))
  return { counts: year.counts, districts: year.districts }
}

test('a group’s report that anybody flagged is hidden everywhere; the group appeals by its link, and it comes back', async () => {
  const report = await published('海をきれいにする会', mail)
  await mailTo(mail)
  const [file] = await filesOf(site.db, [report.id])
  const address = publicUrls.file(must(file, 'a picture'))
  await site.as(anonymous)
  const before = await formsOf()
  const telling = before.filter(([, text]) => text.includes(secret)).map(([path]) => path)
  for (const path of [
    itemPath(),
    `/en${itemPath()}`,
    publicUrls.feed,
    publicUrls.csv(2012),
    publicUrls.api(2012),
  ])
    expect(telling, path).toContain(path)
  expect((await site.get(address)).status).toBe(200)
  const figures = await counted()
  const draft = await compose(site.ctx(people.author), 2012)

  // 「この内容について知らせる」 stands beneath what the group wrote.
  const page = await site.text(itemPath())
  const flagPath = must(
    new RegExp(`href="(/moderation/flag\\?[^"]*id=${report.id})"`).exec(page)?.[1],
    'a link to flag it',
  ).replaceAll('&amp;', '&')
  const flagged = await send(site, flagPath, { ground: why.ground, note: '近所の人のことです' })
  expect(onward(flagged)).toBe(moderationUrls.thanks)
  expect(await site.text(itemPath())).toContain(secret)

  await site.as(first)
  const queue = await site.text(`/desk/moderation?kind=${reportSubject}`)
  const path = must(/href="(\/desk\/moderation\/cases\/mod_[^"]+)"/.exec(queue)?.[1], 'a case')
  await send(site, path, {}, formTo('/claim'))
  const desk = await site.text(path)
  expect(readable(desk)).toContain('海をきれいにする会')
  for (const words of ['が浜を見回り', 'が困って', 'がもう1回', 'の人数', 'の頁', '写真の'])
    expect(readable(desk), words).toContain(words)
  // The city asked for it: nobody is stopped from what they were asked.
  expect(desk).not.toContain('block.until')
  const hiding = { 'hide.ground': why.ground, 'hide.reason': why.reason }
  await send(site, path, hiding, formTo('/hide'))

  await site.as(anonymous)
  for (const [form, text] of await formsOf()) {
    expect(text, form).not.toContain(secret)
    expect(text, form).not.toContain(encodeURIComponent(secret))
    expect(text, form).not.toContain(address)
  }
  expect((await site.get(address)).status).toBe(404)
  expect((await site.get(`${address}?size=small`)).status).toBe(404)
  for (const form of [itemPath(), publicUrls.feed, publicUrls.csv(2012), publicUrls.api(2012)])
    expect(readable(await site.text(form)), form).toContain(
      '見えなくしています(理由:個人がわかることが書いてある)',
    )
  expect(await site.text(`/en${itemPath()}`)).toContain('This text is hidden')
  expect((await site.get(flagPath)).status).toBe(404)
  // Counts stay whole; what is printed from now on leaves the words and the picture out.
  expect(await counted()).toEqual(figures)
  const { planId } = round
  const edition = await figuresNow(site.db, planId, site.ctx(people.author).now)
  expect(JSON.stringify(edition)).not.toContain(secret)
  // Nor does an edition go out that was composed before.
  const composed = must(await editionById(site.db, draft), 'the draft')
  expect(JSON.stringify(composed.figures)).toContain(secret)
  const house = houseOf('http://localhost', site.files)
  const findings = await check(site.ctx(people.author), composed, house)
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'words-hidden', must: true }))
  await expect(publish(site.ctx(people.author), draft, house)).rejects.toMatchObject({
    refusal: { reason: 'words-hidden' },
  })
  expect((await picturesOf(site.db, planId)).map(({ id }) => id)).not.toContain(file?.id)

  const [told] = await mailTo(mail)
  expect(told?.mail.text).toContain(why.reason)
  const link = linkIn(told?.mail.text)
  const own = await site.text(link)
  expect(readable(own)).toContain(why.reason)
  expect(own).toContain(secret)
  const empty = await send(site, link, { appeal: ' ' }, formTo('/appeal'))
  expect(empty.status).toBe(422)
  expect(
    onward(await send(site, link, { appeal: '船長の許しを得ています。' }, formTo('/appeal'))),
  ).toBe(link)
  expect(readable(await site.text(link))).toContain('申し出を受け付けています')
  expect(readable(await site.text(itemPath()))).toContain('もう一度確かめています')

  const id = must(path.split('/').at(-1), 'an id')
  await expect(overturn(site.ctx(first), moderated, id, '戻します。')).rejects.toThrow()
  await overturn(site.ctx(second), moderated, id, '許しを得ていると確かめました。')
  expect(await formsOf()).toEqual(before)
  expect((await site.get(address)).status).toBe(200)
  const [back] = await mailTo(mail)
  expect(back?.mail.text).toContain('許しを得ていると確かめました。')
  expect((await site.get(linkIn(back?.mail.text))).status).toBe(200)
  expect(site.bugs).toEqual([])
})

test('a link opens the appeal of its own report alone', async () => {
  const [one, other] = [
    await published('一の会', 'ichi@example.org'),
    await published('二の会', 'ni@example.org'),
  ]
  const id = await claimed(one.id)
  await hide(site.ctx(first), moderated, id, why)
  await hide(site.ctx(first), moderated, await claimed(other.id), why)
  const told = (await mailTo('ni@example.org')).find((one) => one.mail.text?.includes(why.reason))
  await site.as(anonymous)
  const link = linkIn(told?.mail.text)
  const tried = await site.post(`${link}/appeal`, { case: id, appeal: '私たちの報告です。' })
  expect(tried.status).toBe(404)
  expect((await caseById(site.db, id))?.state).toBe('hidden')
})

describe('a group without an address', () => {
  test('is not stopped from what the city asked of it', async () => {
    const report = await published('止めない会', '')
    const until = '2013-03-30'
    await expect(
      block(site.ctx(first), moderated, await claimed(report.id), { ...why, until }),
    ).rejects.toMatchObject({ refusal: { reason: 'was-asked' } })
  })

  test('is told by the section that asked it, which prints a link for the appeal, also after the round', async () => {
    const report = await published('手紙の会', '')
    const desk = `/desk/progress/groups/${report.id}`
    await site.as(people.author)
    // A public report has no link to hand over.
    expect((await site.post(`${desk}/slip`)).status).toBe(409)
    await hide(site.ctx(first), moderated, await claimed(report.id), why)
    const notice = await site.db
      .selectFrom('notice')
      .selectAll()
      .where('kind', '=', 'progress.group-decided')
      .executeTakeFirstOrThrow()
    expect(notice).toMatchObject({ path: desk, said: { group: '手紙の会', action: 'hide' } })
    site.later('2013-04-20T09:00:00+09:00')
    await closeRound()
    await site.as(people.author)
    const printed = await send(site, desk, {}, formTo('/slip'))
    const html = await printed.text()
    expect(readable(html)).toContain('もう一度見てほしいと申し出る')
    await site.as(anonymous)
    expect(readable(await site.text(linkIn(html)))).toContain(why.reason)
    site.later('2013-03-16T09:00:00+09:00')
  })
})

/** The round was closed since: nothing is handed in any more. */
async function closeRound() {
  await site.db
    .updateTable('progress_round')
    .set({ state: 'closed' })
    .where('id', '=', round.id)
    .execute()
}
