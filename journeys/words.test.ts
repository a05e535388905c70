import { beforeAll, expect, test } from 'vitest'
import { flag } from '#domains/moderation/actions/flag.ts'
import { add, addExamples, takeIn } from '#domains/words/actions.ts'
import { words } from '#domains/words/store/words.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { browser } from '#testing/browser.ts'
import { notesToModerate } from '#testing/moderation.ts'
import { people } from '#testing/people.ts'
import { formTo, onward, send } from './support/desk.ts'
import { readable } from './support/html.ts'

/** 言いかえの言葉: kept by the secretariat, and marked where a text is about to be made public. */
const { notes, registry } = notesToModerate()
let site: Browser
beforeAll(async () => {
  site = await browser('2013-02-01T09:00:00+09:00', undefined, { moderated: registry })
  await site.as(people.author)
})

const list = () => words(site.db)
const called = async (word: string) =>
  must(
    (await list()).find((one) => one.word === word),
    word,
  )
const facts = async (fact: string) =>
  site.db.selectFrom('ledger').select(['subject_id', 'detail']).where('fact', '=', fact).execute()

test('an empty list says how to begin; the examples are marked as such until somebody saves one', async () => {
  expect(readable(await site.text('/desk/words'))).toContain('まだ1つもありません')
  onward(await send(site, '/desk/words', {}, formTo(/\/examples$/)))
  const page = readable(await site.text('/desk/words'))
  expect(page).toContain('障害者')
  expect(page).toContain('例(市でまだ確かめていない)')
  const before = await called('父兄')
  onward(await send(site, `/desk/words/${before.id}`, {}, formTo(before.id)))
  expect((await called('父兄')).isExample).toBe(false)
  // Once more changes nothing, least of all what the city took over.
  expect(onward(await site.post('/desk/words/examples'))).toContain('same')
  expect((await called('父兄')).isExample).toBe(false)
})

test('a word is added with its reason; the same word written otherwise is refused and nothing typed is lost', async () => {
  const typed = { word: 'ばりあふりい', instead: '段差なし', why: 'やさしく', within: '' }
  expect(onward(await site.post('/desk/words', typed))).toContain('added')
  const again = await site.post('/desk/words', { ...typed, word: 'バリアフリイ', why: '二度目' })
  expect(again.status).toBe(422)
  const page = await again.text()
  expect(page).toContain('もう一覧にあります')
  expect(page).toContain('二度目')
})

test('of two who add the same word at once, one wins', async () => {
  const entry = { word: '一斉', instead: '', why: '', within: [] }
  const both = await Promise.allSettled([1, 2].map(() => add(site.ctx(people.author), entry)))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a change over a version that somebody has changed since is refused', async () => {
  const { id, version } = await called('ばりあふりい')
  const typed = { word: 'ばりあふりい', instead: '', why: '', within: '', version: String(version) }
  expect((await site.post(`/desk/words/${id}`, typed)).status).toBe(303)
  expect((await site.post(`/desk/words/${id}`, typed)).status).toBe(409)
})

test('the history is in the ledger, with the word and the reason', async () => {
  const { id } = await called('ばりあふりい')
  const added = (await facts('words.added')).find(({ subject_id }) => subject_id === id)
  expect(added?.detail).toMatchObject({ word: 'ばりあふりい', why: 'やさしく' })
  onward(await send(site, `/desk/words/${id}`, {}, formTo(/\/remove$/)))
  expect((await list()).some((one) => one.id === id)).toBe(false)
  expect(await facts('words.removed')).toHaveLength(1)
  const ledger = readable(await site.text(`/desk/ledger?subject=${id}`))
  expect(ledger).toContain('言いかえの言葉を外した')
})

test('a file goes out and in; one with a fault changes nothing', async () => {
  const before = await list()
  const csv = await site.text('/desk/words/words.csv')
  const file = (text: string) => new File([text], 'words.csv', { type: 'text/csv' })
  const back = onward(await site.post('/desk/words/import', { file: file(csv) }))
  expect(back).toContain('taken')
  // Taken in by the city, they are no examples any more.
  expect((await list()).every((one) => !one.isExample)).toBe(true)
  expect((await list()).map(({ word }) => word)).toEqual(before.map(({ word }) => word))
  expect(onward(await site.post('/desk/words/import', { file: file(csv) }))).toContain('same')
  const wrong = await site.post('/desk/words/import', {
    file: file('言葉,言いかえ\n新しい言葉,x\n害,障害'),
  })
  expect(wrong.status).toBe(422)
  expect(readable(await wrong.text())).toContain('3行目')
  expect(await list()).toHaveLength(before.length)
  const picture = new File([new Uint8Array([0x89, 0x50, 0, 0])], 'x.png')
  expect((await site.post('/desk/words/import', { file: picture })).status).toBe(422)
})

test('who may not keep the list reads it, and cannot change it', async () => {
  await site.as(people.officer)
  const page = await site.text('/desk/words')
  expect(page).toContain('障害者')
  expect(page).not.toContain('action="/desk/words"')
  const { id } = await called('父兄')
  expect((await site.get(`/desk/words/${id}`)).status).toBe(403)
  expect((await site.post('/desk/words', { word: 'x' })).status).toBe(403)
  await site.as(people.author)
})

test('in moderation the place is marked, with what could stand there; names of laws are not', async () => {
  notes.set('two', { text: '父兄と、障害者手帳をもつ障害者へ', author: null })
  await flag(site.ctx(people.resident), registry, { kind: 'test.note', id: 'two' }, 'insult', '')
  const { id } = await site.db.selectFrom('moderation_case').select('id').executeTakeFirstOrThrow()
  const page = await site.text(`/desk/moderation/cases/${id}`)
  expect(page.match(/<mark class="marked">/g)).toHaveLength(2)
  expect(readable(page)).toContain('「障害者」を「障がい者」にする')
  expect(readable(page)).toContain('母や姉')
})

test('a newsletter is not submitted before the words were looked at, and a choice over another list is stale', async () => {
  const draft = { title: '父兄のみなさんへ', body: '会を開きます。', language: 'ja' }
  const path = onward(await site.post('/desk/newsletters/new', draft)).replace(/\?.*/, '')
  const check = await site.text(`${path}/check`)
  expect(readable(check)).toContain('「父兄」を「保護者」にする')
  // Which word to use is a choice: nothing is ticked beforehand.
  expect(check).not.toMatch(/name="mask"[^>]*checked/)
  expect((await site.post(`${path}/submit`)).status).toBe(422)
  await takeIn(site.ctx(people.author), [
    { word: 'みなさん', instead: '皆さま', why: '', within: [] },
  ])
  const seen = must(/name="places" value="([^"]+)"/.exec(check)?.[1], 'places')
  const chosen = { part: 'ja.0', places: seen, mask: '0' }
  expect((await site.post(`${path}/mask`, chosen)).status).toBe(409)
  const now = must(/name="places" value="([^"]+)"/.exec(await site.text(`${path}/check`))?.[1], '')
  expect((await site.post(`${path}/mask`, { ...chosen, places: now })).status).toBe(303)
  expect(await site.text(path)).toContain('保護者のみなさんへ')
  expect(site.bugs).toEqual([])
})

test('nobody but the secretariat puts the examples in', async () => {
  await expect(addExamples(site.ctx(people.officer))).rejects.toThrow('not-allowed')
})
