import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Point } from '#domains/voices/point.ts'
import { followUpsOf } from '#domains/voices/store/follow-ups.ts'
import { pointsOf } from '#domains/voices/store/points.ts'
import { voiceNumbered } from '#domains/voices/store/shown.ts'
import { urls } from '#domains/voices/urls.ts'
import { must } from '#platform/must.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closePictures } from '#platform/picture.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { formTo, onward, send, sendForm } from './support/desk.ts'
import { formsIn, readable } from './support/html.ts'
import { sendFrom } from './support/residents.ts'
import { heads, ours, theirs } from './support/voices-desk.ts'
import { matter, type Slip, webForm } from './support/voices-send.ts'

/**
 * One voice by its pages alone, from the web form to the year's report: whoever sends it, the secretariat, two
 * sections with their heads, and whoever reads what came of it.
 */
let site: Browser
let slip: Slip
beforeAll(async () => {
  site = await demoCity()
  for (const person of [people.officer, people.other, people.author, heads.ours, heads.theirs])
    await site.as(person)
  await site.as(people.resident)
})
afterAll(async () => {
  expect(site.bugs).toEqual([])
  await Promise.all([closePdf(), closePictures()])
})

const voice = async () => must(await voiceNumbered(site.db, slip.number), slip.number)
async function threePoints() {
  const [lamp, rail, road] = await pointsOf(site.db, await voice())
  return {
    lamp: must(lamp, 'the lamp'),
    rail: must(rail, 'the rail'),
    road: must(road, 'the road'),
  }
}
const mine = async () => {
  const { number, phrase } = slip
  onward(await sendFrom(site, '/r', /\/r$/, { number, phrase }))
  return site.text('/r/receipt')
}
const figures = async () =>
  JSON.parse(await site.text(urls.figuresApi(2012))) as {
    readonly total: number
    readonly outcomes: Readonly<Record<string, number>>
    readonly grounds: readonly { readonly key: string; readonly n: number }[]
  }

const gists = {
  lamp: '市役所の前の坂の街灯を明るくしてほしい。',
  rail: '市役所の階段に手すりがほしい。',
  road: '県道の穴を直してほしい。',
} as const
const answers = {
  lamp: '坂の街灯を4月に明るいものに替えます。',
  rail: '階段の両側に手すりを付けました。',
} as const

test('who sends it gets a number and a phrase, and the desk has it before all others', async () => {
  slip = await webForm(() => site).write()
  await site.as(people.author)
  expect(await site.text(`${urls.desk}?show=received`)).toContain(slip.number)
  expect(readable(await site.text(urls.work(await voice())))).toContain(matter.place)
})

test('the secretariat makes three points of it, for two sections and the prefecture', async () => {
  const path = urls.workStep(await voice(), 'triage')
  const isRows = ({ action }: { readonly action: string }) => action.endsWith('triage')
  const rows = [
    [gists.lamp, 'request', 'safety', ours],
    [gists.rail, 'proposal', 'hall', theirs],
    [gists.road, 'request', 'traffic', ours],
  ] as const
  const typed = (at: number) => {
    const [gist, kind, topic, section] = must(rows[at], 'a row')
    return Object.fromEntries(
      Object.entries({ gist, kind, topic, section }).map(([k, v]) => [`point${at}.${k}`, v]),
    )
  }
  let page = await site.text(path)
  const pressed = async (at: number, button: string) =>
    sendForm(site, must(formsIn(page, path).find(isRows), 'the rows'), {
      ...typed(at),
      do: button,
    })
  page = await (await pressed(0, 'add')).text()
  page = await (await pressed(1, 'add')).text()
  onward(await pressed(2, 'save'))
  // Whoever sent it reads the gists at once; whoever did not, reads none.
  await site.as(people.resident)
  expect(readable(await mine())).toContain(gists.rail)
  expect(await site.text(urls.one(slip.number))).not.toContain(gists.rail)
})

const isAnswer = ({ action }: { readonly action: string }) => /points\/vpt_[a-z0-9]+$/.test(action)
const hand = async (point: Point, typed: Readonly<Record<string, string>>) =>
  onward(await send(site, urls.point(point.id), { ...typed, do: 'submit' }, isAnswer))
const approve = async (point: Point) =>
  onward(
    await send(site, urls.approvals, { point: point.id, do: 'approve' }, ({ action }) =>
      action.endsWith('approvals'),
    ),
  )

test('each section answers its own and its head approves; one point goes to the prefecture', async () => {
  const { lamp, rail, road } = await threePoints()
  await site.as(people.officer)
  const promise = { promise: '坂の街灯を替える', followUpOn: '2013-04-26' }
  await hand(lamp, { text: answers.lamp, disposition: 'planned', ...promise })
  // They read the whole voice, and answer for themselves alone.
  const foreign = { do: 'submit', version: String(rail.version), text: '付けません。' }
  expect((await site.post(urls.point(rail.id), foreign)).status).toBe(403)
  await site.as(people.other)
  await hand(rail, { text: answers.rail, disposition: 'done' })
  await site.as(heads.ours)
  await approve(lamp)
  await site.as(heads.theirs)
  await approve(rail)

  await site.as(people.author)
  const reply = urls.workStep(await voice(), 'reply')
  const early = await site.text(reply)
  expect(early).toContain('論点3')
  onward(
    await send(
      site,
      urls.point(road.id),
      { to: '長崎県 対馬振興局', reason: '県道は県が管理しているためです。' },
      formTo('/transfer'),
    ),
  )
  onward(await send(site, reply, {}, formTo('reply')))
  await site.as(people.resident)
  const page = readable(await mine())
  for (const said of [answers.lamp, answers.rail, '長崎県対馬振興局', '坂の街灯を替える'])
    expect(page).toContain(said)
})

test('one is published and tied to the plan, one is withheld: counted by its ground, told to its sender, read by nobody', async () => {
  const { lamp, rail } = await threePoints()
  const before = await figures()
  await site.as(people.officer)
  onward(
    await send(site, urls.items(lamp.id), { year: '2012', item: '1-3' }, (form) =>
      form.choices.has('year'),
    ),
  )
  await site.as(people.author)
  const decision = urls.decision(lamp.id)
  onward(await send(site, decision, { do: 'publish' }, (form) => form.choices.has('hide')))
  const why = '建物の守りに関わるためです。'
  onward(
    await send(
      site,
      urls.decision(rail.id),
      { do: 'withhold', ground: 'individual', reason: why },
      (form) => form.choices.has('ground') && !form.choices.has('hide'),
    ),
  )

  await site.as(people.resident)
  const after = await figures()
  const of = (told: typeof after, key: string) =>
    told.grounds.find((ground) => ground.key === key)?.n ?? 0
  expect(of(after, 'individual')).toBe(of(before, 'individual') + 1)
  expect(after.total).toBe(before.total)
  const sum = Object.values(after.outcomes).reduce((a, n) => a + n, 0)
  expect(sum).toBe(after.total)
  const page = readable(await site.text(urls.one(slip.number)))
  expect(page).toContain(answers.lamp)
  expect(page).toContain('公表していません')
  expect(page).not.toContain(answers.rail)
  expect(page).not.toContain(why)
  expect(readable(await mine())).toContain(why)
  // From the voice to the item, and from the item to the voice.
  const item = '/plans/2012/items/1-3'
  expect(await site.text(urls.one(slip.number))).toContain(`href="${item}"`)
  expect(await site.text(item)).toContain(urls.one(slip.number))
})

test('the year’s report has the published answer and the year’s figures, and not the withheld one', async () => {
  await site.as(people.author)
  const begun = await site.post('/desk/publications/new', { year: '2012' })
  const id = must(/edn_\w+/.exec(onward(begun))?.[0], 'an edition')
  const report = await site.get(`/desk/publications/${id}/proof/report.pdf`)
  const file = join(mkdtempSync(join(tmpdir(), 'tomoni-year-')), 'report.pdf')
  writeFileSync(file, new Uint8Array(await report.arrayBuffer()))
  const words = execFileSync('pdftotext', ['-raw', file, '-']).toString().replace(/\s+/g, '')
  const { total, outcomes } = await figures()
  for (const said of [answers.lamp, slip.number, `論点は${total}件`]) expect(words).toContain(said)
  expect(words).toContain(`公表していない論点${outcomes.withheld}`)
  expect(words).not.toContain(answers.rail)
})

test('the promise is kept on its day, and everybody reads what came of it', async () => {
  const { lamp } = await threePoints()
  site.at('2013-04-25T10:00:00+09:00')
  await site.as(people.officer)
  const [promise] = await followUpsOf(site.db, [lamp.id])
  const path = must(promise, 'a promise').id
  const result = '4月24日に3基を替えました。'
  const form = ({ action }: { readonly action: string }) => action.endsWith(path)
  onward(await send(site, urls.promises, { result }, form))
  await site.as(people.resident)
  expect(readable(await site.text(urls.one(slip.number)))).toContain(result)
  expect(readable(await mine())).toContain(result)
})
