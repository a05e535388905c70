import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followUp } from '#domains/voices/actions/follow-up.ts'
import { note } from '#domains/voices/actions/notes.ts'
import { object } from '#domains/voices/actions/object.ts'
import { type Choice, decide, draft } from '#domains/voices/actions/points.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { settle } from '#domains/voices/actions/retriage.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import { makeCase, takeDraft } from '#domains/voices/comment/actions/cases.ts'
import { handIn } from '#domains/voices/comment/actions/hand.ts'
import type { Point } from '#domains/voices/point.ts'
import { followUpsOf } from '#domains/voices/store/follow-ups.ts'
import { objectionsOf } from '#domains/voices/store/objections.ts'
import { noSender, type Voice } from '#domains/voices/voice.ts'
import { anonymous } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { commentOnce } from '#testing/comments.ts'
import { people } from '#testing/people.ts'
import { crawl } from '../support/crawl.ts'
import { squeezed } from '../support/files.ts'
import { formsIn, readable } from '../support/html.ts'
import { answeredBy, heads, ours, pointNow, taken, voiceNow } from '../support/voices-desk.ts'

/** Words of a voice that stand only where nobody outside may read, each in another place. */
const secrets = {
  text: '秘密の灯台',
  place: '内緒の桟橋',
  name: '亀之助',
  address: '豆酘崎',
  gist: '未決の鐘楼',
  draft: '起案中の風車',
  note: '内部の水車',
  asked: '返事待ちの井戸',
  withheld: '伏せた噴水',
  blotted: '鯨山太郎',
  objected: '申し出の石段',
  planned: '予告前の時計台',
  sent: '寄せられた桟道',
} as const
const { officer, author } = people
const mine = { officer, head: heads.ours }

let site: Browser
let open: Voice
let withheld: Voice
let shown: Voice
const office = () => site.ctx(author)

async function pointOf(voice: Voice, gist: string): Promise<Point> {
  const outlined = { gist, kind: 'request', topic: 'traffic', section: ours } as const
  const [point] = (await triage(office(), voice, [outlined])).points
  return must(point, gist)
}
async function sent(voice: Voice, gist: string, answer: string) {
  const point = await pointOf(voice, gist)
  const promised = { text: `${answer}のことを調べます。`, followUpOn: '2013-06-01' }
  await answeredBy(site, point, mine, promised)
  await reply(office(), await voiceNow(site, voice.id))
  return point
}
const decided = async (point: Point, choice: Choice) =>
  decide(office(), await pointNow(site, point.id), choice)

beforeAll(async () => {
  site = await browser('2013-03-06T09:00:00+09:00')
  for (const person of [officer, author, heads.ours, people.other]) await site.as(person)
  const person = { ...noSender, name: secrets.name, address: secrets.address }
  const original = { text: `${secrets.text}のことです。`, place: secrets.place }
  open = await taken(site, '', { original, person })
  const waiting = await pointOf(open, `${secrets.gist}を直してほしい。`)
  const answer = { text: `${secrets.draft}を直します。`, disposition: '', promised: null }
  await draft(site.ctx(officer), waiting, answer)
  await note(office(), open.id, { text: `${secrets.note}のこと`, asked: '総務部' })
  const said = { point: waiting.id, text: `${secrets.objected}のことです。` }
  await object(site.ctx(anonymous), await voiceNow(site, open.id), said, 'sender')
  withheld = await taken(site, '伏せる声')
  const kept = await sent(withheld, `${secrets.withheld}のこと`, 'それ')
  await decided(kept, { kind: 'withhold', ground: 'slander', reason: secrets.withheld })
  shown = await taken(site, '公表する声')
  const gist = `${secrets.blotted}さんの家の前の街灯`
  const public_ = await sent(shown, gist, '街灯')
  const hidden = { of: 'gist', from: 0, to: secrets.blotted.length, ground: 'identifying' } as const
  await decided(public_, { kind: 'show', redactions: [hidden] })
  const [promise] = await followUpsOf(site.db, [public_.id])
  await followUp(
    site.ctx(officer),
    must(promise, 'a promise'),
    `${secrets.blotted}さんに会いました。`,
  )
  const planned = await makeCase(office(), {
    ...{ title: `${secrets.planned}の案`, basis: 'other', reason: '新しくします。', section: ours },
    ...{ contact: '本部', planYear: null, opensOn: '2013-04-01', closesOn: '2013-05-10' },
    shortReason: '',
  })
  await takeDraft(office(), planned, `${secrets.planned}をつくります。`)
  await commentOnce(site.ctx, { text: `${secrets.sent}のこと`, name: secrets.name })
  site.site.forget()
  await site.as(people.resident)
})
afterAll(() => expect(site.bugs).toEqual([]))

/** What of it an answer says, whatever it is. */
const told = (text: string) =>
  Object.values(secrets).filter((word) => squeezed(text).includes(squeezed(word)))

describe('what nobody published', () => {
  test('stands on no public page, in any language, reached by links', async () => {
    const start = ['', '/easy', '/en', '/ko'].flatMap((tongue) => [
      `${tongue}/`,
      ...[open, withheld, shown].map(({ number }) => `${tongue}/voices/${number}`),
      `${tongue}/voices/figures`,
      `${tongue}/comments`,
    ])
    const pages = await crawl(site, start, (path) => /voices|comments/.test(path))
    expect(pages.size).toBeGreaterThan(start.length)
    const said = [...pages.values()].flatMap(({ path, html }) =>
      told(`${readable(html)}${html}`).map((word) => `${word} ${path}`),
    )
    expect(said).toEqual([])
    expect(await site.text(`/voices/${shown.number}`)).toContain('さんの家の前の街灯')
  })

  test.each([
    '/voices/voices.csv',
    '/voices/figures.csv',
    '/voices/feed.atom',
    '/api/v1/voices',
    '/api/v1/voices/figures',
    '/api/v1/comments',
    '/sitemap.xml',
    '/api/v1/openapi.json',
  ])('stands in no file and no answer to a program: %s', async (path) => {
    const answer = await site.get(path)
    expect(answer.status).toBe(200)
    expect(told(await answer.text())).toEqual([])
  })

  test('is told to nobody who guesses a number', async () => {
    for (const { number } of [open, withheld, shown])
      for (const path of [`/api/v1/voices/${number}`, `/voices/${number}`, `/en/voices/${number}`])
        expect(told(await site.text(path))).toEqual([])
    const waiting = JSON.parse(await site.text(`/api/v1/voices/${open.number}`)) as {
      readonly points: readonly object[]
    }
    expect(waiting.points).toMatchObject([{ status: 'open', point: null, ground: null }])
  })

  test.each(Object.values(secrets))('is found by nobody who looks for «%s»', async (word) => {
    const asked = encodeURIComponent(word)
    expect(await site.text(`/voices?words=${asked}`)).not.toMatch(/href="[^"]*\/voices\/V\d/)
    const api = JSON.parse(await site.text(`/api/v1/voices?words=${asked}`)) as { points: object[] }
    expect(api.points).toEqual([])
    expect(await site.text(`/search?q=${asked}`)).not.toMatch(/href="[^"]*\/voices\/V\d/)
  })

  test('is not offered as similar to whoever writes the same', async () => {
    const [form] = formsIn(await site.text('/voices/new'), '/voices/new').filter(({ action }) =>
      action.endsWith('/voices/new'),
    )
    const fields = Object.fromEntries(must(form, 'the form').fields)
    for (const word of Object.values(secrets)) {
      const text = `${word}の街灯`
      const page = await (await site.post('/voices/new', { ...fields, text, step: 'what' })).text()
      for (const { number } of [open, withheld]) expect(page).not.toContain(number)
      // The word itself comes back as it was typed, and as nothing else.
      expect(told(page.replaceAll(text, ''))).toEqual([])
    }
  })

  test('a matter before its first day has no page, no file and no form', async () => {
    const [one] = await site.db
      .selectFrom('voice_comment_case')
      .select('number')
      .where('state', '=', 'planned')
      .execute()
    const number = must(one, 'the planned matter').number
    for (const end of ['', '/write', '/result', '/result.pdf', '/result.csv', '/files/vcf_x'])
      expect((await site.get(`/comments/${number}${end}`)).status).toBe(404)
    expect((await site.get(`/api/v1/comments/${number}`)).status).toBe(404)
    expect((await site.post(`/comments/${number}/write`, { text: 'x' })).status).toBe(404)
  })
})

describe('what is taken back', () => {
  const pages = () => [
    '/voices',
    `/voices/${shown.number}`,
    '/voices/voices.csv',
    '/voices/feed.atom',
    '/api/v1/voices',
    `/api/v1/voices/${shown.number}`,
    `/voices?words=${encodeURIComponent('街灯')}`,
  ]
  const saying = async () =>
    (await Promise.all(pages().map(async (path) => [path, await site.text(path)] as const)))
      .filter(([, text]) => text.includes('さんの家の前'))
      .map(([path]) => path)

  test('a gist that became another is gone everywhere at once, kept pages too', async () => {
    expect(await saying()).toEqual(pages())
    const [point] = (await site.db.selectFrom('voice_public').select('point_id').execute()).map(
      ({ point_id }) => point_id as Point['id'],
    )
    const id = must(point, 'the public point')
    const seen = await voiceNow(site, shown.id)
    await object(site.ctx(anonymous), seen, { point: id, text: '違います。' }, 'sender')
    const [objection] = await objectionsOf(site.db, [id])
    await settle(office(), await pointNow(site, id), {
      objection: must(objection, 'the objection').id,
      gist: '別の要旨',
      reason: 'そのとおりです。',
    })
    expect(await saying()).toEqual([])
    expect(await site.text(`/voices/${shown.number}`)).not.toContain('別の要旨')
  })
})

test('a result that nobody approved is nobody’s, whatever address is tried', async () => {
  const [one] = await site.db
    .selectFrom('voice_comment_case')
    .select(['id', 'number'])
    .where('state', '=', 'open')
    .execute()
  const { number } = must(one, 'the open matter')
  for (const end of ['/result', '/result.pdf', '/result.csv', '/result.xlsx'])
    expect((await site.get(`/comments/${number}${end}`)).status).toBe(404)
  const late = handIn(site.ctx(anonymous), must(one, 'one').id as Parameters<typeof handIn>[1], {
    ...{ channel: 'web', receivedOn: '2013-03-06', language: 'ja', tie: 'resident', passage: 99 },
    ...{ original: { text: 'x', place: '' }, person: { name: 'n', address: 'a', mail: '' } },
    contact: null,
  })
  await expect(late).rejects.toMatchObject({ refusal: { reason: 'comment-no-passage' } })
})
