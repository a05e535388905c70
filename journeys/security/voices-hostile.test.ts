import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDepartments } from '#domains/staff/actions.ts'
import { clock } from '#domains/staff/roles.ts'
import { followUp } from '#domains/voices/actions/follow-up.ts'
import { note } from '#domains/voices/actions/notes.ts'
import { object } from '#domains/voices/actions/object.ts'
import { approve, decide, submit, transfer } from '#domains/voices/actions/points.ts'
import { reply } from '#domains/voices/actions/reply.ts'
import { keepTemplate, setTerms } from '#domains/voices/actions/terms.ts'
import { triage } from '#domains/voices/actions/triage.ts'
import { writeRows } from '#domains/voices/comment/actions/answer.ts'
import { makeCase, makeReady, takeDraft } from '#domains/voices/comment/actions/cases.ts'
import {
  conclude,
  publish,
  submit as submitResult,
} from '#domains/voices/comment/actions/conclude.ts'
import { handIn } from '#domains/voices/comment/actions/hand.ts'
import { turn } from '#domains/voices/comment/actions/turn.ts'
import { caseById } from '#domains/voices/comment/store/cases.ts'
import { opinionsOf } from '#domains/voices/comment/store/comments.ts'
import { followUpsOf } from '#domains/voices/store/follow-ups.ts'
import { termsOn } from '#domains/voices/store/terms.ts'
import { noSender, type Voice } from '#domains/voices/voice.ts'
import { anonymous } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { crawl } from '../support/crawl.ts'
import { onward, send } from '../support/desk.ts'
import { pdfText } from '../support/files.ts'
import { formsIn } from '../support/html.ts'
import { leftIn, liveIn } from '../support/sound.ts'
import { heads, ours, pointNow, taken, voiceNow } from '../support/voices-desk.ts'
import { nobody, webForm } from '../support/voices-send.ts'

/** One text that runs in a tag, in an attribute, in a reading, in a script and in a sheet. */
const bad = `=HYPERLINK("x")"><script>alert(1)</script><img src=x onerror=alert(1)>'{<b>|y}{x|"onx="}`
const { officer, author } = people

let site: Browser
let voice: Voice
const office = () => site.ctx(author)

beforeAll(async () => {
  site = await browser('2013-02-01T09:00:00+09:00')
  for (const person of [officer, author, heads.ours]) await site.as(person)
  const sections = [{ name: ours, kind: 'section' as const, translations: {} }]
  await addDepartments(office(), sections)
  const terms = await termsOn(site.db, '2013-02-01')
  const named = <T extends object>(one: T): T => ({ ...one, ja: bad, easy: bad, en: bad, ko: bad })
  await setTerms(office(), '2013-02-01', {
    ...terms,
    topics: terms.topics.map(named),
    dispositions: terms.dispositions.map(named),
    grounds: terms.grounds.map(named),
  })
  await keepTemplate(site.ctx(officer), { section: ours, name: bad.slice(0, 60), text: bad })
  const person = { ...noSender, name: bad, address: bad, phone: bad }
  const over = { original: { text: bad, place: bad }, person, receivedOn: '2013-02-01' } as const
  voice = await taken(site, bad, over)
  const outlined = { gist: bad, kind: 'request', topic: 'traffic', section: ours } as const
  const { points } = await triage(office(), voice, [outlined, outlined, outlined])
  const [one, two, three] = points.map((point) => must(point, 'a point'))
  await note(office(), voice.id, { text: bad, asked: ours })
  const said = { point: must(three, 'the third').id, text: bad }
  await object(site.ctx(anonymous), await voiceNow(site, voice.id), said, 'sender')
  const promised = { text: bad, followUpOn: '2013-06-01' }
  const answer = { text: bad, disposition: 'considering', promised }
  for (const point of [one, two].map((p) => must(p, 'a point')))
    await approve(site.ctx(heads.ours), (await submit(site.ctx(officer), point, answer)).point)
  await transfer(office(), must(three, 'the third'), bad, bad)
  await reply(office(), await voiceNow(site, voice.id))
  const first = must(one, 'the first').id
  const shown = { kind: 'show', redactions: [] } as const
  await decide(office(), await pointNow(site, first), shown)
  const hide = { kind: 'withhold', ground: 'slander', reason: bad } as const
  await decide(office(), await pointNow(site, must(two, 'the second').id), hide)
  const [promise] = await followUpsOf(site.db, [first])
  await followUp(site.ctx(officer), must(promise, 'a promise'), bad)
  await comment()
})
afterAll(() => expect(site.bugs).toEqual([]))

/** A matter whose every text would run, from the draft to the result. */
async function comment() {
  const made = await makeCase(office(), {
    ...{ title: bad, basis: 'other', reason: bad, section: ours, contact: bad, planYear: null },
    ...{ opensOn: '2013-02-01', closesOn: '2013-03-05', shortReason: bad },
  })
  await makeReady(office(), await takeDraft(office(), made, `# ${bad}\n\n${bad}`))
  await turn(site.ctx(clock))
  await handIn(site.ctx(anonymous), made.id, {
    ...{ channel: 'web', receivedOn: '2013-02-01', language: 'ja', tie: 'resident', passage: 1 },
    ...{ original: { text: bad, place: bad }, person: { name: bad, address: bad, mail: '' } },
    contact: null,
  })
  site.at('2013-03-06T09:00:00+09:00')
  await turn(site.ctx(clock))
  const [row] = await opinionsOf(site.db, made.id)
  const { id, version } = must(row, 'an opinion')
  const written = { id, version, place: bad, gist: bad, category: 'A', cityView: bad }
  await writeRows(office(), made.id, [{ ...written, changed: bad, sameAsNo: null }])
  const now = async () => must(await caseById(site.db, made.id), 'the matter')
  await conclude(office(), await now(), { final: `# ${bad}\n\n${bad}${bad}`, note: bad })
  await submitResult(office(), await now())
  await publish(site.ctx(heads.ours), await now())
}

async function unsafe(start: readonly string[], within: RegExp) {
  const pages = await crawl(site, start, (path) => within.test(path))
  expect(pages.size).toBeGreaterThan(start.length)
  return [...pages.values()].flatMap(({ path, html, status }) => {
    if (status >= 400) return [`${status} ${path}`]
    return [...liveIn(html), ...leftIn(html).filter((one) => !one.includes('on[a-z]'))].map(
      (tag) => `${path}: ${tag}`,
    )
  })
}

describe('a text that would run stays a text', () => {
  test('on every public page, in every language', async () => {
    await site.as(people.resident)
    const start = ['', '/easy', '/en', '/ko'].flatMap((tongue) => [
      `${tongue}/voices`,
      `${tongue}/voices/${voice.number}`,
      `${tongue}/comments`,
    ])
    expect(await unsafe(start, /^(\/(easy|en|ko))?\/(voices|comments)/)).toEqual([])
    expect(await site.text(`/voices/${voice.number}`)).toContain('&lt;script&gt;')
  })

  test('on every page of the desk, for whoever works there', async () => {
    for (const person of [author, officer]) {
      await site.as(person)
      const start = [
        '/desk/voices',
        '/desk/voices?show=all',
        '/desk/comments',
        `/desk/voices/${voice.id}`,
      ]
      expect(await unsafe(start, /^\/desk\/(voices|comments)/)).toEqual([])
    }
    await site.as(author)
    const opened = await send(
      site,
      `/desk/voices/${voice.id}`,
      { purpose: 'reply', reason: bad },
      ({ action }) => action.endsWith('/sender'),
    )
    expect(liveIn(await opened.text())).toEqual([])
    expect(await site.text('/desk/ledger')).not.toContain('<script>alert')
  })

  test('where a form comes back with what was typed', async () => {
    await site.as(people.resident)
    const { pressed, press } = webForm(() => site)
    const who = await pressed(await site.text('/voices/new'), 'what', { text: bad, place: bad })
    const typed = { ...nobody, reach: 'mail', mail: bad }
    const back = await (await press(who, 'who', typed)).text()
    expect(liveIn(who + back)).toEqual([])
    const number = encodeURIComponent(bad)
    for (const path of [`/voices?words=${number}`, `/voices?topic=${number}&section=${number}`])
      expect(liveIn(await site.text(path))).toEqual([])
  })

  test('in the feed and in answers to programs, which are never taken for a page', async () => {
    for (const [path, type] of [
      ['/voices/feed.atom', 'application/atom+xml'],
      ['/api/v1/voices', 'application/json'],
      [`/api/v1/voices/${voice.number}`, 'application/json'],
      ['/api/v1/comments', 'application/json'],
    ] as const) {
      const answer = await site.get(path)
      expect(answer.headers.get('content-type')).toContain(type)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      if (type.endsWith('xml')) expect(await answer.text()).not.toContain('<script>')
    }
  })
})

/** Cells as they stand in the file, that a program for tables would take for a formula. */
const formulasIn = (text: string) => text.match(/(^|[,\n])"?[=+@\t＝＋＠][^,\n]*/gm) ?? []

describe('in a sheet it is no formula', () => {
  test.each(['/voices/voices.csv', '/voices/figures.csv'])('%s', async (path) => {
    const text = await site.text(path)
    expect(formulasIn(`x,${bad}`)).toHaveLength(1)
    expect(formulasIn(text)).toEqual([])
    expect(text).toContain(`"'=HYPERLINK`)
  })

  test('the result of a public comment, as CSV, workbook and PDF', async () => {
    const { number } = await site.db
      .selectFrom('voice_comment_case')
      .select('number')
      .executeTakeFirstOrThrow()
    const bytes = async (kind: string) =>
      new Uint8Array(await (await site.get(`/comments/${number}/result.${kind}`)).arrayBuffer())
    const csv = new TextDecoder().decode(await bytes('csv'))
    expect(formulasIn(csv)).toEqual([])
    expect(csv).toContain(`"'=HYPERLINK`)
    const sheets = await readWorkbook(await bytes('xlsx'))
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
    expect(cells.map(({ text }) => text).join()).toContain('=HYPERLINK("x")')
    const parts = Object.entries(unzipSync(await bytes('xlsx')))
    for (const [name, part] of parts)
      if (/sheet\d+\.xml$/.test(name)) expect(strFromU8(part)).not.toMatch(/<f[ >]/)
    const pdf = await bytes('pdf')
    expect(await pdfText(pdf)).toContain('alert(1)')
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\/JavaScript|\/JS\b|\/Launch/)
  })
})

describe('a header stays one line', () => {
  const evil = [
    'a@example.jp\r\nBcc: b@example.jp',
    'a@example.jp\nX: y',
    'a@b.jp,c@d.jp',
    'a b@c.jp',
  ]
  test.each(evil)(
    'an address like %j is refused at its field, with all that was typed',
    async (mail) => {
      await site.as(people.resident)
      const { pressed, press } = webForm(() => site)
      const before = await site.db.selectFrom('voice').select('id').execute()
      const who = await pressed(await site.text('/voices/new'), 'what', { text: '街灯', place: '' })
      const answer = await press(who, 'who', { ...nobody, reach: 'mail', mail })
      expect(answer.status).toBe(422)
      const back = await answer.text()
      expect(back).toContain('街灯')
      expect(formsIn(back, '/voices/new').length).toBeGreaterThan(0)
      expect(await site.db.selectFrom('voice').select('id').execute()).toHaveLength(before.length)
    },
  )
})

test('answer letters and slips hold it as a text', async () => {
  await site.as(officer)
  const begun = await send(site, '/desk/voices/new', { channel: 'letter', unscanned: '1' })
  const [entry = ''] = onward(begun).split('#')
  const person = { name: bad.slice(0, 60), postcode: '817-0154', address: bad.slice(0, 100) }
  const typed = {
    text: bad,
    place: bad.slice(0, 100),
    replyBy: 'letter',
    mayPublish: 'yes',
    ...person,
  }
  onward(await send(site, entry, typed, ({ action }) => action.endsWith(entry)))
  const answer = await site.post(`${entry}/slip.pdf`)
  const pdf = new Uint8Array(await answer.arrayBuffer())
  expect(await pdfText(pdf)).toContain('<script>')
  expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\/JavaScript|\/JS\b|\/Launch/)
})
