import { beforeAll, expect, test } from 'vitest'
import { longDate } from '#design/dates.ts'
import { object } from '#domains/voices/actions/object.ts'
import { decide, transfer } from '#domains/voices/actions/points.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { settle } from '#domains/voices/actions/retriage.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import { senderWords } from '#domains/voices/messages/sender.ts'
import { objectionsOf } from '#domains/voices/store/objections.ts'
import { pointsOf } from '#domains/voices/store/points.ts'
import { defaultTerms } from '#domains/voices/terms.ts'
import { urls } from '#domains/voices/urls.ts'
import { dayStart } from '#platform/calendar.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { readable, tagsIn } from './support/html.ts'
import { sendFrom } from './support/residents.ts'
import { answeredBy, heads, ours, pointNow, voiceNow } from './support/voices-desk.ts'
import { nobody, webForm } from './support/voices-send.ts'

/** What the sender needs of the page that number and phrase open, in their own language, word for word. */
let site: Browser
const mine = { officer: people.officer, head: heads.ours }
const office = () => site.ctx(people.author)
const { press, pressed, sent, voiceOf } = webForm(() => site)

beforeAll(async () => {
  site = await browser('2013-03-06T09:00:00+09:00')
  await site.as(people.resident)
})

/** A voice of three points, written in words that are nobody's Japanese. */
async function written(path: string) {
  const what = await pressed(await site.text(`${path}/voices/new`), 'what', { text: 'Lamp.' })
  const slip = await sent(await press(await pressed(what, 'who', nobody), 'send'))
  const id = await voiceOf(slip.number)
  const outlined = (gist: string) =>
    ({ gist, kind: 'request', topic: 'traffic', section: ours }) as const
  await triage(office(), await voiceNow(site, id), ['Lamp', 'Rail', 'Road'].map(outlined))
  return { id, slip, points: await pointsOf(site.db, id) }
}

/** Without readings and spaces: what is read is the same. */
const bare = (text: string) => text.replace(/\{([^|}]*)\|[^}]*\}/g, '$1').replace(/\s/g, '')

const promise = { text: 'To decide with the budget.', followUpOn: '2013-06-01' }

test.each([
  ['ja', ''],
  ['easy', '/easy'],
  ['en', '/en'],
  ['ko', '/ko'],
] as const)(
  'answers, promise, objection and publication stand on the page in %s',
  async (locale, path) => {
    const w = senderWords[locale].mine
    const read = async () => bare(readable(await site.text(`${path}/r/receipt`)))
    const { id, slip, points } = await written(path)
    const [lamp, rail, road] = points.map((point) => point.id)
    const before = await read()
    expect(before).toContain(bare(w.preparing))
    expect(before).toContain(bare(w.states.answering(longDate(locale, dayStart('2013-03-21')))))

    const object = { point: must(lamp, 'a point'), objection: 'Not one, two lamps.' }
    expect((await sendFrom(site, `${path}/r/receipt`, /\/object$/, object)).status).toBe(303)
    const open = await read()
    for (const text of ['Not one, two lamps.', w.objectionOpen]) expect(open).toContain(bare(text))
    const [objection] = await objectionsOf(site.db, [object.point])
    const settled = {
      objection: must(objection, 'one').id,
      gist: 'Two lamps',
      reason: 'You are right.',
    }
    await settle(office(), await pointNow(site, object.point), settled)

    await answeredBy(site, await pointNow(site, object.point), mine)
    await answeredBy(site, await pointNow(site, must(rail, 'a point')), mine, promise)
    await transfer(office(), await pointNow(site, must(road, 'a point')), 'Nagasaki', 'Not ours.')
    await reply(office(), await voiceNow(site, id))
    await decide(office(), await pointNow(site, object.point), { kind: 'show', redactions: [] })
    const withheld = {
      kind: 'withhold',
      ground: 'individual',
      reason: 'It is of you alone.',
    } as const
    await decide(office(), await pointNow(site, must(rail, 'a point')), withheld)

    const after = await read()
    const day = longDate(locale, dayStart(promise.followUpOn))
    const name = (all: typeof defaultTerms.grounds, key: string) =>
      must(
        all.find((one) => one.key === key),
        key,
      )[locale]
    for (const text of [
      'Two lamps',
      w.objectionChanged,
      'You are right.',
      w.isAnswered,
      name(defaultTerms.dispositions, 'done'),
      name(defaultTerms.dispositions, 'considering'),
      promise.text,
      w.promiseBy(day),
      w.transferred('Nagasaki'),
      'Not ours.',
      w.publications.shown,
      w.publications.withheld(name(defaultTerms.grounds, 'individual')),
    ])
      expect(after).toContain(bare(text))
    const page = await site.text(`${path}/r/receipt`)
    expect(tagsIn(page, 'a').map(({ attributes }) => attributes.href)).toContain(
      `${path}${urls.one(slip.number)}`,
    )
  },
)

test.each([
  [
    'en',
    '/en',
    ['The city’s answer (Done)', 'Promised (you will hear by 2013-06-01', 'use your number'],
  ],
  ['ko', '/ko', ['시의 답변(실시 완료)', '약속(2013-06-01까지', '접수 번호']],
] as const)(
  'whoever sends the reply sees it first as its reader will, in %s',
  async (_, path, words) => {
    const { id, points } = await written(path)
    for (const [at, point] of points.entries())
      await answeredBy(site, point, mine, at === 1 ? promise : null)
    await site.as(people.author)
    const preview = bare(readable(await site.text(urls.workStep(id, 'reply'))))
    for (const text of [...words, promise.text]) expect(preview).toContain(bare(text))
    await site.as(people.resident)
  },
)

test('a gist that is changed after its publication is public no more, until somebody decides on the new one', async () => {
  const { id, points } = await written('')
  const [lamp, ...others] = points.map((point) => point.id)
  const point = must(lamp, 'a point')
  for (const one of [point, ...others]) await answeredBy(site, await pointNow(site, one), mine)
  await reply(office(), await voiceNow(site, id))
  await decide(office(), await pointNow(site, point), { kind: 'show', redactions: [] })
  const { number } = await voiceNow(site, id)
  const address = `/voices/${number}`
  expect(readable(await site.text(address))).toContain('Lamp')

  await object(office(), await voiceNow(site, id), { point, text: 'Not one, two lamps.' })
  const [objection] = await objectionsOf(site.db, [point])
  const settled = { objection: must(objection, 'one').id, gist: 'Two lights', reason: 'Right.' }
  await settle(office(), await pointNow(site, point), settled)
  const withdrawn = await site.get(address)
  expect(await withdrawn.text()).not.toContain('Lamp')
  expect(await site.text('/voices')).not.toContain(number)
  expect((await pointNow(site, point)).decision).toEqual({ kind: 'undecided' })

  await decide(office(), await pointNow(site, point), { kind: 'show', redactions: [] })
  expect(bare(await site.text(address))).toContain('Twolights')
  expect(site.bugs).toEqual([])
})
