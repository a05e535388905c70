import { afterAll, beforeAll, expect, test } from 'vitest'
import { belongings } from '#domains/voices/actions/belongings.ts'
import { begin } from '#domains/voices/actions/entries.ts'
import { submit } from '#domains/voices/actions/points.ts'
import type { Belongings, Orphan } from '#platform/belongings.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { ours, split } from './support/voices-desk.ts'

/** 引継ぎ: what somebody had begun for a voice, and what a section owes that nobody works in any more. */
let site: Browser
const { officer, author, other } = people
const [batches, answers] = belongings as readonly [Belongings, Belongings]
const today = '2013-03-06'
const handing = (ids: readonly string[], to: string) => ({
  ...{ ids, from: officer.id, to, lastDay: '2013-03-31', department: 'dep_x' },
})
const pass = (of: Belongings, ids: readonly string[], to: string) => {
  const ctx = site.ctx(author)
  return ctx.record(async (tx) => {
    const { outcomes, facts } = await of.pass(tx, ctx, handing(ids, to))
    const head = { fact: 'handover.things-passed', subject: 'x', basis: 'test' } as const
    return [outcomes, head, ...facts]
  })
}
const owed = async (of: Belongings): Promise<readonly Orphan[]> => of.withoutOwner(site.db, today)

beforeAll(async () => {
  site = await browser(`${today}T09:00:00+09:00`)
  for (const person of [officer, author, other, people.viewer]) await site.as(person)
})
afterAll(() => expect(site.bugs).toEqual([]))

test('a box that is being typed in goes to whoever takes in, and to nobody else', async () => {
  const told = { channel: 'box', receivedOn: today, isSingle: false } as const
  const id = await begin(site.ctx(officer), told, [[], [], []])
  expect(await batches.ofPerson(site.db, officer.id, today)).toMatchObject([
    { id, path: `/desk/voices/box/${id}`, note: { ja: '残り3枚' } },
  ])
  expect((await pass(batches, [id], people.viewer.id)).get(id)).toBe('left')
  expect((await pass(batches, [id], other.id)).get(id)).toBe('passed')
  expect(await batches.ofPerson(site.db, officer.id, today)).toEqual([])
  expect(await batches.ofPerson(site.db, other.id, today)).toHaveLength(1)
  expect(await owed(batches)).toEqual([])
})

test('an answer that was handed in stays with its section, with a note for the successor', async () => {
  const { voice, points } = await split(site, '街灯が暗い。', [ours])
  const point = must(points[0], 'a point')
  const answer = { text: '直します。', disposition: 'done', promised: null }
  await submit(site.ctx(officer), point, answer)
  expect(await answers.ofPerson(site.db, officer.id, today)).toMatchObject([
    { id: point.id, title: `${voice.number}-1 要旨1`, note: { ja: '決裁待ち' } },
  ])
  expect((await pass(answers, [point.id], other.id)).get(point.id)).toBe('passed')
  await site.as(author)
  expect(await site.text(`/desk/voices/${voice.id}`)).toContain(
    `論点1の回答は、${officer.name}から${other.name}へ渡りました。`,
  )
  expect(await owed(answers)).toEqual([])
})

test('what a section owes is nobody’s once nobody works there', async () => {
  await split(site, '橋が古い。', ['橋りょう課'])
  expect(await owed(answers)).toMatchObject([
    {
      ...{ id: 'point:橋りょう課', title: { ja: '答えていない市民の声 1件' }, since: today },
      why: { ja: '橋りょう課は、いまはありません。' },
    },
  ])
  await site.as(author)
  expect(await site.text(`/desk/voices?section=${encodeURIComponent('橋りょう課')}`)).toContain(
    '要旨1',
  )
})
